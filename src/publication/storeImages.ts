import type { PayloadRequest } from 'payload'
import type { PublishedImage as StoredImage } from '../payload-types.ts'
import type { NarrativeImage } from './narrativeImages.ts'

/** Keeps the bytes of a publication's images, within the request's transaction. */
export async function storeImages(
  req: PayloadRequest,
  images: readonly NarrativeImage[],
): Promise<void> {
  const { db } = req.payload
  const collection = 'published-images'
  for (const { name, mimeType, width, height, data } of images) {
    const where = { name: { equals: name } }
    if (await db.findOne<StoredImage>({ collection, where, req })) continue
    await db.create({
      collection,
      data: { name, mimeType, width, height, data: data.toString('base64') },
      req,
    })
  }
}
