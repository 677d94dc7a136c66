import { imageAddress } from '../publication/addresses.ts'
import { isImageSource } from '../publication/images.ts'
import type { PublishedImage } from '../publication/images.ts'
import type { Publication, ReportContent } from '../publication/types.ts'
import type { ArticleImage, ArticleOptions } from './article.ts'
import { picture } from './markup.ts'

/** How pictures stand in the text: only those that WeChat has. */
export interface Pictures {
  /** @param source as frozen HTML has it, `images/<name>`, or completed */
  ofText: (source: string) => string | undefined
  ofChart: (chart: PublishedImage) => string | undefined
}

export function picturesOf(
  { images = [] }: ReportContent,
  uploaded: ArticleOptions['uploaded'] = () => undefined,
): Pictures {
  const draw = ({ name, alt }: Pick<PublishedImage, 'name' | 'alt'>) => {
    const address = uploaded(name)
    return address && /^https?:\/\//.test(address) ? picture(address, alt) : undefined
  }
  return {
    ofText: (source) => {
      const frozen = source.split('/').slice(-2).join('/')
      if (!isImageSource(frozen)) return undefined
      const name = frozen.split('/').at(-1) ?? ''
      return draw(images.find((image) => image.name === name) ?? { name, alt: '' })
    },
    ofChart: draw,
  }
}

/** All that an article shows or could show, each once: charts first, then those of the text. */
export function imagesOf(
  { content, charts }: Pick<Publication, 'content' | 'charts'>,
  baseUrl: string,
): { cover: ArticleImage | null; images: ArticleImage[] } {
  const at = ({ name, alt, width, height }: PublishedImage): ArticleImage => ({
    name,
    url: imageAddress(baseUrl, content.organization.slug, content.year, name),
    ...{ alt, width, height },
  })
  const cover = charts.find(({ key }) => key === 'cover')
  const shown = [...charts.filter((chart) => chart !== cover), ...(content.images ?? [])]
  const once = new Map(shown.map((image) => [image.name, image]))
  return { cover: cover ? at(cover) : null, images: [...once.values()].map(at) }
}
