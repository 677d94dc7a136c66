import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import sharp, { type Sharp } from 'sharp'
import { idOf } from '../access/relations.ts'
import type { Channel, Media } from '../payload-types.ts'
import type { LoadedPublication } from './loadPublication.ts'
import { storedImage } from './images.ts'

/** The 公众号's own, the one drawn when the report was published, or a plain one. */
export type CoverSource = 'channel' | 'chart' | 'plain'

/** 2.35:1, as WeChat shows the first article of a draft. */
const size = { width: 900, height: 383 } as const

/**
 * Draws the cover of a draft.
 * @param mark written into the file, so that no two drafts have a cover of the same bytes: by its
 *   media id a draft is found again, and WeChat does not say that equal files get different ones
 */
export async function drawCover(
  payload: Payload,
  publication: Pick<LoadedPublication, 'charts'>,
  channel: Pick<Channel, 'cover'>,
  mark: string,
): Promise<{ data: Buffer; source: CoverSource }> {
  const candidates: [CoverSource, () => Promise<Buffer | undefined>][] = [
    ['channel', () => ownCover(payload, channel)],
    ['chart', () => chartCover(payload, publication)],
  ]
  for (const [source, read] of candidates) {
    const file = await read()
    const data = file && (await sized(payload, file, mark))
    if (data) return { data, source }
  }
  return { data: await finished(sharp(Buffer.from(plain)), mark), source: 'plain' }
}

async function ownCover(payload: Payload, { cover }: Pick<Channel, 'cover'>) {
  const id = idOf(cover)
  if (!id) return undefined
  const media = await payload.db.findOne<Media>({
    collection: 'media',
    where: { id: { equals: id } },
  })
  const { staticDir } = payload.collections.media.config.upload
  try {
    return await readFile(path.join(staticDir ?? '', path.basename(media?.filename ?? '')))
  } catch (error) {
    payload.logger.warn({ err: error, msg: '公众号的封面图片读不出来，改用其他封面' })
    return undefined
  }
}

async function chartCover(payload: Payload, { charts }: Pick<LoadedPublication, 'charts'>) {
  const chart = charts.find(({ key }) => key === 'cover')
  return chart && (await storedImage(payload, chart.name))?.data
}

async function sized(payload: Payload, file: Buffer, mark: string): Promise<Buffer | undefined> {
  try {
    return await finished(
      sharp(file)
        .rotate()
        .resize({ ...size, fit: 'cover' }),
      mark,
    )
  } catch (error) {
    payload.logger.warn({ err: error, msg: '封面图片无法使用，改用其他封面' })
    return undefined
  }
}

const finished = (image: Sharp, mark: string): Promise<Buffer> =>
  image
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 85 })
    .withExif({ IFD0: { ImageDescription: mark } })
    .toBuffer()

/** Without words: which fonts a server has is not known. */
const plain = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">
  <rect width="100%" height="100%" fill="#b22222"/>
  <rect x="330" y="92" width="240" height="200" rx="8" fill="#ffffff"/>
  <g fill="#b22222">
    <rect x="362" y="128" width="176" height="16"/>
    <rect x="362" y="168" width="176" height="10"/>
    <rect x="362" y="198" width="176" height="10"/>
    <rect x="362" y="228" width="112" height="10"/>
  </g>
</svg>`
