import { ImageRun, Paragraph, TextRun } from 'docx'
import type { PublishedImage } from '../images.ts'
import { xmlText } from '../xmlText.ts'
import { largestPicture } from './measures.ts'

/** The bytes of the pictures of a publication, by name; one that cannot be had is not among them. */
export type PictureFiles = ReadonlyMap<string, Buffer>

/** Puts pictures into the text, each with a number of its own. */
export class Pictures {
  readonly #images: ReadonlyMap<string, PublishedImage>
  readonly #files: PictureFiles
  #count = 0

  constructor(images: readonly PublishedImage[], files: PictureFiles) {
    this.#images = new Map(images.map((image) => [image.name, image]))
    this.#files = files
  }

  /**
   * @param name of the image; where its bytes are missing, what it shows is said in words
   * @param room in pixels
   */
  paragraph(name: string, alt: string, room = largestPicture): Paragraph {
    const data = this.#files.get(name)
    const image = this.#images.get(name)
    const description = xmlText(alt)
    const run =
      data && image
        ? new ImageRun({
            type: name.endsWith('.png') ? 'png' : 'jpg',
            data,
            transformation: fitted(image, room),
            altText: { id: String(++this.#count), name: `图片${this.#count}`, description },
          })
        : new TextRun(`（图片：${description || '无说明'}）`)
    return new Paragraph({ style: 'Picture', children: [run] })
  }
}

type Size = typeof largestPicture

/** As large as it is, or as fits on the page. */
function fitted({ width, height }: PublishedImage, room: Size): Size {
  const scale = Math.min(1, room.width / width, room.height / height)
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}
