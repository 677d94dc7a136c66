import { createHash } from 'node:crypto'
import { escapeHtml } from '../publication/escapeHtml.ts'
import type { Article, ArticleImage, ArticlePart } from './article.ts'
import { withReachableSlides } from './markup.ts'

/**
 * Copies an article as rich text, without pictures, which WeChat would drop, and without what the
 * page needs for the keyboard; older browsers and plain HTTP copy the selection instead.
 */
const script = `
const picturesIn = (frame) => [...frame.querySelectorAll('img')].map(({ parentElement }) => parentElement)
async function copyRich(frame) {
  const copy = frame.cloneNode(true)
  for (const picture of picturesIn(copy)) picture.remove()
  for (const slide of copy.querySelectorAll('[tabindex]')) {
    for (const name of ['tabindex', 'role', 'aria-label']) slide.removeAttribute(name)
  }
  const html = new Blob([copy.innerHTML], { type: 'text/html' })
  const text = new Blob([frame.innerText], { type: 'text/plain' })
  await navigator.clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': text })])
}
function copySelection(frame) {
  for (const picture of picturesIn(frame)) picture.hidden = true
  getSelection().selectAllChildren(frame)
  const copied = document.execCommand('copy')
  getSelection().removeAllRanges()
  for (const picture of picturesIn(frame)) picture.hidden = false
  if (!copied) throw new Error('copy')
}
for (const part of document.querySelectorAll('[data-part]')) {
  const frame = part.querySelector('[data-article]')
  const status = part.querySelector('[role=status]')
  part.querySelector('button').addEventListener('click', async () => {
    try {
      await copyRich(frame).catch(() => copySelection(frame))
      status.textContent = '已复制，请粘贴到公众号编辑器'
    } catch {
      status.textContent = '未能复制，请手动选择正文后复制'
    }
  })
}
`

const style = `
body { margin: 0; padding: 24px 16px; font: 16px/1.6 system-ui, sans-serif; background: #f2f2f2; color: #1a1a1a }
main { max-width: 960px; margin: auto }
.part { display: flex; flex-wrap: wrap; gap: 32px; align-items: flex-start; margin: 0 0 32px }
.facts { flex: 1 1 320px; min-width: 0 }
.phone { box-sizing: border-box; width: 375px; max-width: 100%; padding: 20px 16px; background: #fff; border: 1px solid #767676; border-radius: 24px }
.phone p { margin: 0 }
.phone img { height: auto }
dt { font-weight: 700 } dd { margin: 0 0 12px; overflow-wrap: anywhere }
.draft { margin: 0 0 16px; padding: 4px 16px; color: #fff; background: #9b1c1c; font-weight: 700; text-align: center }
.warnings { padding: 8px 16px; background: #fff7e0; border-left: 4px solid #8a5a00 }
button { font: inherit; padding: 8px 20px; min-height: 44px; cursor: pointer }
@media (max-width: 480px) {
  body:has(.draft) { padding: 0; background: #fff }
  .draft { margin: 0 }
  .draft + main .part { gap: 0 }
  .draft + main .phone { order: -1; border: 0 }
  .draft + main .facts { padding: 16px; background: #f2f2f2 }
}
`

const scriptHash = createHash('sha256').update(script).digest('base64')

/**
 * For the header of the page: nothing but its own style and its one script may run.
 * @param site whose pictures it shows beside its own
 */
export const articlePagePolicyFor = (site?: string): string =>
  [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src 'self'${site && URL.canParse(site) ? ` ${new URL(site).origin}` : ''}`,
    `script-src 'sha256-${scriptHash}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ')

/** As {@link articlePagePolicyFor}, for a page at the site's own address. */
export const articlePagePolicy = articlePagePolicyFor()

export interface ArticlePageOptions {
  /** Not published: the page says so beside the article, and does not offer it for copying. */
  draft?: boolean
  /** The same article with its pictures in their places, for the eyes only. */
  shown?: Article
}

/**
 * A page to look at an article as a phone of 375 px shows it, and to copy it from: each part for
 * itself where it is split. Pictures stand beside the text, never in it, for WeChat would drop them.
 * @returns a whole HTML document, to be served with {@link articlePagePolicy}
 */
export function articlePage(article: Article, options: ArticlePageOptions = {}): string {
  const { draft = false } = options
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${draft ? '草稿：' : ''}${escapeHtml(article.title)} - 公众号文章</title>
<style>${style}</style>
</head>
<body>
${draft ? '<aside class="draft" aria-label="发布状态">草稿，未发布</aside>' : ''}<main>
${article.articles.map((part, i) => partOf(article, part, i, options)).join('\n')}
</main>
${draft ? '' : `<script>${script}</script>`}
</body>
</html>
`
}

/** What concerns all parts stands beside the first. */
function partOf(
  article: Article,
  part: ArticlePart,
  index: number,
  { draft = false, shown }: ArticlePageOptions,
): string {
  const { title } = part
  // Pictures take room too: where they change how the article is split, it is shown without.
  const same = shown?.articles.length === article.articles.length ? shown : article
  const content = same.articles[index]?.content ?? ''
  const several = article.articles.length > 1
  const heading = several ? `第 ${index + 1} 篇` : '正文'
  const first = index === 0
  return `<section class="part" data-part>
<div class="facts">
${first ? '<h1>公众号文章</h1>' : ''}${several ? `<h2>${heading}，共 ${article.articles.length} 篇</h2>` : ''}
${draft ? (first ? '<p>发布之后才能复制到公众号。</p>' : '') : copyButton(several ? heading : '')}
${first ? warningList(article) : ''}
${factsOf(article, part)}
${first && !draft ? pictureList(article) : ''}
</div>
<div class="phone"><h2>${escapeHtml(title)}</h2><div data-article>${withReachableSlides(content)}</div></div>
</section>`
}

const copyButton = (heading: string) =>
  `<p><button type="button">复制${heading}正文</button> <span role="status"></span></p>`

const factsOf = ({ limits }: Article, part: ArticlePart) => `<dl>
${fact(`标题（${part.title.length}/${limits.title}）`, part.title)}
${fact(`作者（${part.author.length}/${limits.author}）`, part.author)}
${fact(`摘要（${part.digest.length}/${limits.digest}）`, part.digest)}
${fact('阅读原文', part.contentSourceUrl)}
${fact('正文字符数（含标签）', `${part.content.length}，须少于 ${limits.content}`)}
</dl>`

const fact = (name: string, value: string) =>
  `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`

function warningList({ warnings }: Article): string {
  if (warnings.length === 0) return '<p>未超出公众号的任何限制。</p>'
  const items = warnings.map(({ message }) => `<li>${escapeHtml(message)}</li>`).join('')
  return `<div class="warnings"><strong>请注意</strong><ul>${items}</ul></div>`
}

/** To be put in by hand, in the order of the text; the cover goes where the 公众号 asks for it. */
function pictureList({ cover, images }: Article): string {
  const items = [
    ...(cover ? [linkTo(cover, '封面')] : []),
    ...images.map((image, i) => linkTo(image, `图 ${i + 1}`)),
  ]
  if (items.length === 0) return ''
  return `<h2>需要手工插入的图片</h2>
<p>复制的正文不带图片，请下载后在公众号编辑器中按右侧的位置插入：</p>
<ul>${items.join('')}</ul>`
}

const linkTo = ({ name, url, alt }: ArticleImage, caption: string): string =>
  `<li>${caption}：${escapeHtml(alt)} <a href="${escapeHtml(url)}" download="${escapeHtml(name)}">下载</a></li>`
