import { reportAddresses } from '../publication/addresses.ts'
import type { Publication, ReportContent } from '../publication/types.ts'
import { compose, headingsOf, type Composed, type TableForm } from './compose.ts'
import { articleDigest, partDigest } from './digest.ts'
import { fit, type Fitted } from './fit.ts'
import { inlined } from './inlined.ts'
import { wechatLimits } from './limits.ts'
import type { ArticleWarning, WechatLimits } from './limits.ts'
import { imagesOf, picturesOf } from './pictures.ts'
import { authorOf, mark, titleOf, type Limited } from './titles.ts'

/** What the WeChat team hands to the 公众号, by API or by copying. Within all limits, always. */
export interface Article {
  title: string
  author: string
  /** The summary; not to be confused with a publication's digest. */
  digest: string
  content: string
  /** 阅读原文. */
  contentSourceUrl: string
  /** Drawn when the report was published; the team may choose another. */
  cover: ArticleImage | null
  /** To be uploaded to WeChat and put in by hand, in the order of the text. */
  images: ArticleImage[]
  /** All that was changed to stay within the limits; empty when nothing was. */
  warnings: ArticleWarning[]
  limits: WechatLimits
  /** From 1 to 8, the first of which is also told above: what does not fit into one is split. */
  articles: ArticlePart[]
}

/** One article of a draft, as `draft/add` wants it but for the cover. */
export type ArticlePart = Pick<
  Article,
  'title' | 'author' | 'digest' | 'content' | 'contentSourceUrl'
>

export interface ArticleImage {
  /** SHA-256 of the bytes in hex, with the extension of their type. */
  name: string
  /** Absolute, of the website: the 公众号 would filter it out of the content. */
  url: string
  alt: string
  width: number
  height: number
}

export interface ArticleOptions {
  /** The public address of the site. */
  baseUrl: string
  /** Of tables too wide for a phone: all of the grid, or only what is not zero. */
  form?: 'grid' | 'phone'
  /** The address that WeChat gave to an image, by its name; an image without one is left out. */
  uploaded?: (name: string) => string | undefined
  /** For tests, and for the day that WeChat changes them. */
  limits?: Partial<WechatLimits>
}

/** Draws up the article of a publication. Never fails: what is too long is split or shortened, with a warning. */
export function renderArticle(
  publication: Pick<Publication, 'content' | 'charts'>,
  options: ArticleOptions,
): Article {
  const { content } = publication
  const limits = { ...wechatLimits, ...options.limits }
  const author = authorOf(content, limits.author)
  const source = sourceOf(content, options.baseUrl, limits.contentSourceUrl)
  const { fitted, picturesLeftOut } = drawUp(publication, options, limits)
  const title = titleFor(content, fitted.parts.length, limits)
  const articles = partsOf(content, fitted, title.value, limits).map((part) => ({
    ...part,
    author: author.value,
    contentSourceUrl: source.value,
  }))
  const [first = { title: '', author: '', digest: '', content: '', contentSourceUrl: '' }] =
    articles
  return {
    ...first,
    ...imagesOf(publication, options.baseUrl),
    warnings: [
      ...title.warnings,
      ...author.warnings,
      ...source.warnings,
      ...imagesLeftOut(picturesLeftOut),
      ...fitted.warnings,
    ],
    limits,
    articles,
  }
}

function drawUp(
  publication: Pick<Publication, 'content' | 'charts'>,
  { form = 'grid', uploaded }: ArticleOptions,
  limits: WechatLimits,
): Pick<Composed, 'picturesLeftOut'> & { fitted: Fitted } {
  const pictures = picturesOf(publication.content, uploaded)
  const withTitle = publication.content.title.length > titleRoom(limits)
  const composed = (form: TableForm) => compose(publication, { form, pictures, limits, withTitle })
  const { pieces, picturesLeftOut } = composed(form)
  const shorter = form === 'grid' ? { shorter: () => inlined(composed('phone').pieces) } : {}
  return { fitted: fit({ wanted: () => inlined(pieces), ...shorter }, limits), picturesLeftOut }
}

/** Characters that are left of a title where it is one of several. */
const titleRoom = (limits: WechatLimits): number => limits.title - mark(1, 1).length

const titleFor = (content: ReportContent, parts: number, limits: WechatLimits): Limited =>
  titleOf(content, parts > 1 ? titleRoom(limits) : limits.title)

function partsOf(
  content: ReportContent,
  { parts }: Fitted,
  title: string,
  limits: WechatLimits,
): Pick<ArticlePart, 'title' | 'digest' | 'content'>[] {
  const max = Math.min(limits.digest, limits.digestAim)
  const headings = headingsOf(content)
  const told = (i: number) =>
    (parts[i]?.sections ?? []).flatMap((section) => {
      const continued = parts[i - 1]?.sections.includes(section) ? '（续）' : ''
      return section > 0 ? [`${headings[section - 1] ?? ''}${continued}`] : []
    })
  return parts.map(({ content: html }, i) => ({
    title: parts.length > 1 ? title + mark(i + 1, parts.length) : title,
    digest: i === 0 ? articleDigest(content, max) : partDigest(title, told(i), max),
    content: html,
  }))
}

function sourceOf(content: ReportContent, baseUrl: string, limit: number): Limited {
  const url = reportAddresses(baseUrl, content.organization.slug, content.year).self
  const actual = Buffer.byteLength(url)
  if (actual <= limit) return { value: url, warnings: [] }
  const message = `“阅读原文”的网址有 ${actual} 字节，超过 ${limit} 的上限：未设置`
  return { value: '', warnings: [{ code: 'contentSourceUrl.tooLong', message, actual, limit }] }
}

function imagesLeftOut(images: number): ArticleWarning[] {
  if (images === 0) return []
  const message = `正文中的 ${images} 张图片未收入：公众号只显示上传到微信的图片，请在编辑器中另行插入`
  return [{ code: 'content.imagesLeftOut', message, actual: images }]
}
