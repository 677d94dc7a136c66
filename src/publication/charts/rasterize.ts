import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { writtenImage, type PreparedImage } from '../prepareImage.ts'
import type { Drawing } from './drawBars.ts'

/** Read from the sources: the server is one file in another folder. */
export const fontFile = path.resolve(
  process.env.APP_ROOT || process.cwd(),
  'src/publication/charts/font/NotoSansSC-subset.otf',
)

let font: Promise<Buffer> | undefined

/** Turns a drawing into a PNG. Text becomes paths, so the same drawing gives the same bytes. */
export async function rasterize({ width, height, element }: Drawing): Promise<PreparedImage> {
  // It brings its layout engine along, which whoever publishes nothing need not wait for.
  const { default: satori } = await import('satori')
  font ??= readFile(fontFile)
  const svg = await satori(element, {
    ...{ width, height },
    fonts: [{ name: 'Noto Sans SC', data: await font, weight: 400, style: 'normal' }],
  })
  return writtenImage(sharp(Buffer.from(svg)).png({ palette: true, compressionLevel: 9 }))
}
