import { createHash } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'

/** An image made ready for the public: a size for the web, without what cameras write into files. */
export interface PreparedImage {
  /** SHA-256 of the bytes in hex, with the extension of their type. */
  name: string
  mimeType: 'image/png' | 'image/jpeg'
  width: number
  height: number
  data: Buffer
}

/** What WeChat takes as well: jpg or png below 1 MB, in the width of a page. */
export const imageLimits = { width: 1080, height: 10_000, bytes: 1_048_575 } as const

/** What may be uploaded. Drawings in SVG could hold anything. */
const readable = ['jpeg', 'png', 'gif', 'webp']

/** Each smaller than the one before; the first that is small enough is taken. */
const smallerAndSmaller = [
  { width: imageLimits.width, quality: 85 },
  { width: imageLimits.width, quality: 70 },
  { width: 800, quality: 70 },
  { width: 640, quality: 60 },
] as const

/**
 * The same file gives the same bytes, so the same name.
 * @param file a picture as it was uploaded
 * @returns `undefined` when it cannot be read or not be made small enough
 */
export async function prepareImage(file: Buffer): Promise<PreparedImage | undefined> {
  try {
    const { format } = await sharp(file).metadata()
    if (!readable.includes(format)) return undefined
    // A photograph stays one; drawings, screenshots and what has holes keep their sharp edges.
    if (format !== 'jpeg') {
      const image = await writtenImage(sized(file, imageLimits.width).png({ compressionLevel: 9 }))
      if (image.data.length <= imageLimits.bytes) return image
    }
    for (const { width, quality } of smallerAndSmaller) {
      const flat = sized(file, width).flatten({ background: '#ffffff' })
      const image = await writtenImage(flat.jpeg({ quality }))
      if (image.data.length <= imageLimits.bytes) return image
    }
  } catch {
    // Not a picture after all, or a damaged one.
  }
  return undefined
}

/** Upright as the camera was held, for the note that says so is left out. */
const sized = (file: Buffer, width: number): Sharp =>
  sharp(file)
    .rotate()
    .resize({ width, height: imageLimits.height, fit: 'inside', withoutEnlargement: true })

/** @returns what the pipeline writes, named by its bytes */
export async function writtenImage(image: Sharp): Promise<PreparedImage> {
  const { data, info } = await image.toBuffer({ resolveWithObject: true })
  const isPng = info.format === 'png'
  const digest = createHash('sha256').update(data).digest('hex')
  return {
    name: `${digest}.${isPng ? 'png' : 'jpg'}`,
    mimeType: isPng ? 'image/png' : 'image/jpeg',
    width: info.width,
    height: info.height,
    data,
  }
}
