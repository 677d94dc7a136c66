import { createHash } from 'node:crypto'
import { escapeHtml } from '../publication/escapeHtml.ts'
import type { Article } from './article.ts'
import { withReachableSlides } from './markup.ts'

/** Copies the article as rich text; older browsers and plain HTTP copy the selection instead. */
const script = `
const frame = document.querySelector('[data-article]')
const status = document.querySelector('[role=status]')
async function copyRich() {
  const html = new Blob([frame.innerHTML], { type: 'text/html' })
  const text = new Blob([frame.innerText], { type: 'text/plain' })
  await navigator.clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': text })])
}
function copySelection() {
  getSelection().selectAllChildren(frame)
  const copied = document.execCommand('copy')
  getSelection().removeAllRanges()
  if (!copied) throw new Error('copy')
}
document.querySelector('button').addEventListener('click', async () => {
  try {
    await copyRich().catch(copySelection)
    status.textContent = '已复制，请粘贴到公众号编辑器'
  } catch {
    status.textContent = '未能复制，请手动选择正文后复制'
  }
})
`

const style = `
body { margin: 0; padding: 24px 16px; font: 16px/1.6 system-ui, sans-serif; background: #f2f2f2; color: #1a1a1a }
main { max-width: 960px; margin: auto; display: flex; flex-wrap: wrap; gap: 32px; align-items: flex-start }
.facts { flex: 1 1 320px; min-width: 0 }
.phone { box-sizing: border-box; width: 375px; max-width: 100%; padding: 20px 16px; background: #fff; border: 1px solid #767676; border-radius: 24px }
.phone p { margin: 0 }
dt { font-weight: 700 } dd { margin: 0 0 12px; overflow-wrap: anywhere }
.draft { margin: 0 0 16px; padding: 4px 16px; color: #fff; background: #9b1c1c; font-weight: 700; text-align: center }
.warnings { padding: 8px 16px; background: #fff7e0; border-left: 4px solid #8a5a00 }
button { font: inherit; padding: 8px 20px; min-height: 44px; cursor: pointer }
@media (max-width: 480px) {
  body:has(.draft) { padding: 0; background: #fff }
  .draft { margin: 0 }
  .draft + main { gap: 0 }
  .draft + main .phone { order: -1; border: 0 }
  .draft + main .facts { padding: 16px; background: #f2f2f2 }
}
`

const scriptHash = createHash('sha256').update(script).digest('base64')

/** For the header of the page: nothing but its own style and its one script may run. */
export const articlePagePolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${scriptHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

export interface ArticlePageOptions {
  /** Not published: the page says so beside the article, and does not offer it for copying. */
  draft?: boolean
}

/**
 * A page to look at an article as a phone of 375 px shows it, and to copy it from.
 * @returns a whole HTML document, to be served with {@link articlePagePolicy}
 */
export function articlePage(article: Article, { draft = false }: ArticlePageOptions = {}): string {
  const { title, author, digest, content, contentSourceUrl, limits } = article
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${draft ? '草稿：' : ''}${escapeHtml(title)} - 公众号文章</title>
<style>${style}</style>
</head>
<body>
${draft ? '<aside class="draft" aria-label="发布状态">草稿，未发布</aside>' : ''}<main>
<div class="facts">
<h1>公众号文章</h1>
${draft ? '<p>发布之后才能复制到公众号。</p>' : copyButton}
${warningList(article)}
<dl>
${fact(`标题（${title.length}/${limits.title}）`, title)}
${fact(`作者（${author.length}/${limits.author}）`, author)}
${fact(`摘要（${digest.length}/${limits.digest}）`, digest)}
${fact('阅读原文', contentSourceUrl)}
${fact('正文字符数（含标签）', `${content.length}，须少于 ${limits.content}`)}
</dl>
</div>
<div class="phone"><h2>${escapeHtml(title)}</h2><div data-article>${draft ? withReachableSlides(content) : content}</div></div>
</main>
${draft ? '' : `<script>${script}</script>`}
</body>
</html>
`
}

const copyButton = '<p><button type="button">复制正文</button> <span role="status"></span></p>'

const fact = (name: string, value: string) =>
  `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`

function warningList({ warnings }: Article): string {
  if (warnings.length === 0) return '<p>未超出公众号的任何限制。</p>'
  const items = warnings.map(({ message }) => `<li>${escapeHtml(message)}</li>`).join('')
  return `<div class="warnings"><strong>请注意</strong><ul>${items}</ul></div>`
}
