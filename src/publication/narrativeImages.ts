import { LRUCache } from 'lru-cache'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { PayloadRequest } from 'payload'
import { referencesIn } from '../narrative/references.ts'
import type { Media } from '../payload-types.ts'
import type { PublishedImage } from './images.ts'
import { prepareImage, type PreparedImage } from './prepareImage.ts'

/** An image of the narrative with what its picture says of itself. */
export interface NarrativeImage extends PreparedImage, PublishedImage {}

/**
 * Pictures never change their file without changing the time of their update. Kept, for preparing
 * one takes long and a publication must not keep the database waiting.
 */
const prepared = new LRUCache<string, Promise<PreparedImage | undefined>>({ max: 64 })

/**
 * Makes the pictures of texts ready to be published.
 * @param contents rich text, as the editor stores it
 * @returns by the picture's id; one that is gone or cannot be used is not among them
 */
export async function imagesOf(
  req: PayloadRequest,
  contents: readonly unknown[],
): Promise<Map<string, NarrativeImage>> {
  const ids = [...new Set(contents.flatMap((content) => referencesIn(content).images))]
  const images = new Map<string, NarrativeImage>()
  if (ids.length === 0) return images
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { id: { in: ids } },
    pagination: false,
    depth: 0,
    req,
  })
  for (const picture of docs) {
    const image = await preparedOnce(req, picture)
    if (image) images.set(picture.id, { ...image, alt: picture.alt.trim() })
  }
  return images
}

function preparedOnce(req: PayloadRequest, picture: Media): Promise<PreparedImage | undefined> {
  const key = `${picture.id} ${picture.updatedAt} ${picture.filename}`
  const known = prepared.get(key)
  if (known) return known
  const preparing = fileOf(req, picture).then((file) => file && prepareImage(file))
  prepared.set(key, preparing)
  preparing.then(
    // It may yet come back: only what worked is worth keeping.
    (image) => image || prepared.delete(key),
    () => prepared.delete(key),
  )
  return preparing
}

/** @returns `undefined` when the file is not where uploads are kept */
async function fileOf({ payload }: PayloadRequest, { filename }: Media) {
  const { staticDir } = payload.collections.media.config.upload
  try {
    return await readFile(path.join(staticDir ?? '', path.basename(filename ?? '')))
  } catch (error) {
    payload.logger.warn({ err: error, msg: `图片文件读不出来：${filename}` })
    return undefined
  }
}
