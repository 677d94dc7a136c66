import sharp, { type Sharp } from 'sharp'

/** Pictures as people upload them. */

export interface PictureOptions {
  width?: number
  height?: number
  format?: 'png' | 'jpeg' | 'gif' | 'webp'
  /** What a camera writes into the file, and how it was held (1 to 8). */
  orientation?: number
  /** Each pixel another: as hard to compress as a picture can be. */
  noise?: boolean
  colour?: string
}

export function picture({
  width = 40,
  height = 30,
  format = 'png',
  orientation,
  noise = false,
  colour = '#c00000',
}: PictureOptions = {}): Promise<Buffer> {
  const blank = sharp({
    create: {
      ...{ width, height, channels: 3, background: colour },
      ...(noise && { noise: { type: 'gaussian', mean: 128, sigma: 60 } }),
    },
  })
  const marked = orientation
    ? blank.withExif({ IFD0: { Artist: 'camera owner' } }).withMetadata({ orientation })
    : blank
  return encode(marked, format).toBuffer()
}

const encode = (image: Sharp, format: NonNullable<PictureOptions['format']>): Sharp =>
  format === 'jpeg' ? image.jpeg({ quality: 95 }) : image.toFormat(format)
