import { formatOf } from '../formats/index.ts'
import { imageAddress, reportAddresses } from '../publication/addresses.ts'
import { chineseDate } from '../publication/chineseDate.ts'
import type { Publication, PublishedSection, ReportContent } from '../publication/types.ts'
import { fitContent } from './budget.ts'
import type { Part } from './budget.ts'
import { articleDigest } from './digest.ts'
import { clip, wechatLimits } from './limits.ts'
import type { ArticleWarning, WechatLimits } from './limits.ts'
import { article, heading, signatureLine, subheading, titleLine } from './markup.ts'
import { narrativeOf, textBlocks } from './narrative.ts'
import type { Narrative } from './narrative.ts'
import { tableAsGrid, tableAsWords } from './tableForms.ts'

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

/** A heading longer than this is a paragraph by mistake. */
const longestHeading = 200

/** Draws up the article of a publication. Never fails: what is too long is shortened with a warning. */
export function renderArticle(
  { content }: Pick<Publication, 'content' | 'charts'>,
  options: ArticleOptions,
): Article {
  const limits = { ...wechatLimits, ...options.limits }
  const title = titleOf(content, limits.title)
  const author = authorOf(content, limits.author)
  const source = sourceOf(content, options.baseUrl, limits.contentSourceUrl)
  const { parts, images } = partsOf(content, title.value)
  const fitted = fitContent(parts, article, limits)
  const only: ArticlePart = {
    title: title.value,
    author: author.value,
    digest: articleDigest(content, limits.digest),
    content: fitted.content,
    contentSourceUrl: source.value,
  }
  return {
    ...only,
    cover: null,
    images: imagesFor(content, options.baseUrl),
    warnings: [
      ...title.warnings,
      ...author.warnings,
      ...source.warnings,
      ...imagesLeftOut(images),
      ...fitted.warnings,
    ],
    limits,
    articles: [only],
  }
}

interface Limited {
  value: string
  warnings: ArticleWarning[]
}

function titleOf({ title, organization, year }: ReportContent, limit: number): Limited {
  const shorter = [
    `${organization.name}${year}年政府信息公开工作年度报告`,
    `${organization.name}${year}年政府信息公开年报`,
    `${year}年政府信息公开工作年度报告`,
  ]
  return firstThatFits('title.shortened', '标题', [title, ...shorter], limit)
}

const authorOf = ({ organization, signature }: ReportContent, limit: number): Limited =>
  firstThatFits('author.shortened', '作者', [organization.name, signature.name], limit)

/** @param candidates the wanted text first; the last is clipped when none fits */
function firstThatFits(
  code: 'title.shortened' | 'author.shortened',
  name: string,
  candidates: readonly string[],
  limit: number,
): Limited {
  const [wanted = '', ...others] = candidates
  if (wanted.length <= limit) return { value: wanted, warnings: [] }
  const value = others.find((other) => other !== '' && other.length <= limit) ?? clip(wanted, limit)
  const message = `${name}“${clip(wanted, 80)}”有 ${wanted.length} 个字符，超过 ${limit} 的上限：已改为“${value}”`
  return { value, warnings: [{ code, message, actual: wanted.length, limit }] }
}

function sourceOf(content: ReportContent, baseUrl: string, limit: number): Limited {
  const url = reportAddresses(baseUrl, content.organization.slug, content.year).self
  const actual = Buffer.byteLength(url)
  if (actual <= limit) return { value: url, warnings: [] }
  const message = `“阅读原文”的网址有 ${actual} 字节，超过 ${limit} 的上限：未设置`
  return { value: '', warnings: [{ code: 'contentSourceUrl.tooLong', message, actual, limit }] }
}

const imagesFor = (
  { organization, year, images = [] }: ReportContent,
  baseUrl: string,
): ArticleImage[] =>
  images.map(({ name, alt, width, height }) => ({
    name,
    url: imageAddress(baseUrl, organization.slug, year, name),
    ...{ alt, width, height },
  }))

function imagesLeftOut(images: number): ArticleWarning[] {
  if (images === 0) return []
  const message = `正文中的 ${images} 张图片未收入：公众号只显示上传到微信的图片，请在编辑器中另行插入`
  return [{ code: 'content.imagesLeftOut', message, actual: images }]
}

function partsOf(content: ReportContent, title: string): { parts: Part[]; images: number } {
  let images = 0
  const texts = (narrative: Narrative, section: number): Part[] => {
    images += narrative.images
    return narrative.blocks.map((html) => ({ kind: 'text', html, section }))
  }
  const subsections = (children: readonly PublishedSection[], section: number): Part[] =>
    children.flatMap((child) => [
      { kind: 'text', html: subheading(clip(child.heading, longestHeading)), section },
      ...texts(bodyOf(child), section),
      ...subsections(child.children, section),
    ])
  const parts: Part[] = [
    ...(title === content.title ? [] : [fixed(titleLine(clip(content.title, longestHeading)))]),
    ...texts({ blocks: textBlocks(content.preamble), images: 0 }, 0),
    ...content.sections.flatMap((section, index) => [
      fixed(heading(clip(section.heading, longestHeading))),
      ...texts(bodyOf(section), index + 1),
      ...tableOf(content, section),
      ...subsections(section.children, index + 1),
    ]),
    ...signatureOf(content),
  ]
  return { parts, images }
}

const fixed = (html: string): Part => ({ kind: 'fixed', html })

const bodyOf = ({ html, text }: PublishedSection): Narrative =>
  html.trim() ? narrativeOf(html) : { blocks: textBlocks(text), images: 0 }

function tableOf(content: ReportContent, { table }: PublishedSection): Part[] {
  if (!table) return []
  const { label } = formatOf(content.format).tables[table]
  return [
    {
      kind: 'table',
      label,
      grid: tableAsGrid(content, table),
      words: tableAsWords(content, table),
    },
  ]
}

function signatureOf({ signature }: ReportContent): Part[] {
  const lines = [clip(signature.name, longestHeading), chineseDate(signature.date)]
  return lines.filter(Boolean).map((line) => fixed(signatureLine(line)))
}
