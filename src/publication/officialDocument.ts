import { createHash } from 'node:crypto'
import { formatOf } from '../formats/index.ts'
import type { TableKey } from '../formats/types.ts'
import { chineseDate } from './chineseDate.ts'
import { escapeHtml } from './escapeHtml.ts'
import type { MetaLabel } from './governmentMeta.ts'
import { imageSource, withImagesAt } from './images.ts'
import { officialStyle } from './officialStyle.ts'
import { plainHtml } from './sanitize.ts'
import { tableHtml } from './tableHtml.ts'
import type { PublishedSection, ReportContent } from './types.ts'

export interface OfficialDocumentOptions {
  /** Says on every page that it is not published, and marks what is not filled in yet. */
  draft?: boolean
  /** Where an image is, by its name; as the content has it when absent. */
  imageAddress?: (image: string) => string
  /** Labels for the head of a page on a government's site. */
  meta?: readonly MetaLabel[]
  /** What a reader must know before the text, such as that it was corrected. */
  notices?: readonly Notice[]
  /** The address under which the document is to be cited. */
  canonical?: string
}

export interface Notice {
  text: string
  link?: { text: string; href: string }
}

const styleHash = createHash('sha256').update(officialStyle).digest('base64')

/** For the header of the document: nothing but its own style and the pictures in it or of its own site. */
export const officialDocumentPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

/**
 * A report in the look of the official paper document, to read on a screen and to print on A4.
 * @returns a whole HTML document without scripts, to be served with {@link officialDocumentPolicy}
 */
export function officialDocument(
  content: ReportContent,
  options: OfficialDocumentOptions = {},
): string {
  const { draft = false, notices = [] } = options
  const title = escapeHtml(content.title)
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${draft ? '<meta name="robots" content="noindex">\n<base target="_blank">\n' : ''}<title>${draft ? '草稿：' : ''}${title}</title>
${headOf(options)}<style>${officialStyle}</style>
</head>
<body>
${draft ? '<aside class="draft" aria-label="发布状态">草稿，未发布</aside>\n<div class="watermark" aria-hidden="true"></div>\n' : ''}<main>
${notices.map(noticeOf).join('')}${titleOf(content)}
${paragraphsOf(content.preamble)}
${content.sections.map((section) => sectionOf(content, section, options)).join('\n')}
${signatureOf(content, draft)}
</main>
</body>
</html>
`
}

const headOf = ({ meta = [], canonical }: OfficialDocumentOptions): string =>
  [
    ...meta.map(
      ({ name, content }) => `<meta name="${escapeHtml(name)}" content="${escapeHtml(content)}">`,
    ),
    ...(canonical ? [`<link rel="canonical" href="${escapeHtml(canonical)}">`] : []),
  ]
    .map((line) => `${line}\n`)
    .join('')

const noticeOf = ({ text, link }: Notice): string =>
  `<p class="notice" role="note">${escapeHtml(text)}${
    link ? `<a href="${escapeHtml(link.href)}">${escapeHtml(link.text)}</a>` : ''
  }</p>\n`

/** The organ's name has a line of its own, as on paper. */
function titleOf({ title, organization: { name } }: ReportContent): string {
  const rest = title.startsWith(name) ? title.slice(name.length) : ''
  const lines = rest ? [name, rest] : [title]
  return `<h1>${lines.map((line) => `<span>${escapeHtml(line)}</span>`).join('')}</h1>`
}

const paragraphsOf = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('')

function sectionOf(
  content: ReportContent,
  section: PublishedSection,
  { draft = false, imageAddress = imageSource }: OfficialDocumentOptions,
): string {
  const { heading, table, children } = section
  const isEmpty = !section.html && !section.text && !table && children.length === 0
  return `<section>
<h2>${escapeHtml(heading)}</h2>
${bodyOf(section, imageAddress)}${isEmpty && draft ? '<p class="missing">（正文未填写）</p>' : ''}
${table ? tableOf(content, table, draft) : ''}
${children.map((child) => `<h3>${escapeHtml(child.heading)}</h3>\n${bodyOf(child, imageAddress)}`).join('\n')}
</section>`
}

/** Cleaned again: a publication is as old as the rules of its day. */
const bodyOf = (
  { html, text }: PublishedSection,
  imageAddress: (image: string) => string,
): string => (html ? withImagesAt(plainHtml(html), imageAddress) : paragraphsOf(text))

/** The frame can be reached by keyboard: on a narrow screen a wide table is slid within it. */
function tableOf(content: ReportContent, key: TableKey, draft: boolean): string {
  const label = escapeHtml(formatOf(content.format).tables[key].label)
  const blank = draft ? '<span class="blank">未填</span>' : ''
  const table = tableHtml(content, key, { blank })
  return `<div class="table table--${key}" role="region" aria-label="${label}" tabindex="0">${table}</div>`
}

function signatureOf({ signature: { name, date } }: ReportContent, draft: boolean): string {
  const day = chineseDate(date)
  const dated = day
    ? `<p><time datetime="${escapeHtml(date ?? '')}">${day}</time></p>`
    : draft
      ? '<p class="missing">（落款日期未填写）</p>'
      : ''
  return `<div class="signature">\n<p>${escapeHtml(name)}</p>\n${dated}\n</div>`
}
