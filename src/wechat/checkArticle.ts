import type { Article, ArticlePart } from './article.ts'
import type { WechatLimits } from './limits.ts'
import { refusedMarkup } from './refusedMarkup.ts'

/** Something that WeChat would refuse or drop. */
export interface Breach {
  /** 1 to 8; absent where the draft as a whole is meant. */
  part?: number
  /** Chinese: what is over which limit. */
  message: string
}

/** @returns a breach in words, with the article that it is in */
export const breachWords = ({ part, message }: Breach): string =>
  part === undefined ? message : `第 ${part} 篇：${message}`

export interface CheckOptions {
  /** Addresses of images that WeChat gave, beside those of its own hosts. */
  uploaded?: ReadonlySet<string>
}

/**
 * The last look before articles are handed over: reads what is there, whoever wrote it.
 * @returns every breach of the limits and of the allow-list; none when all is well
 */
export function checkArticle(
  { articles, limits }: Pick<Article, 'articles' | 'limits'>,
  options: CheckOptions = {},
): Breach[] {
  const count = articles.length
  const isCountRight = count >= 1 && count <= limits.articles
  const draft = isCountRight ? [] : [{ message: `共 ${count} 篇，应为 1 至 ${limits.articles} 篇` }]
  const parts = articles.flatMap((part, i) =>
    messagesOf(part, limits, options).map((message) => ({ part: i + 1, message })),
  )
  return [...draft, ...parts]
}

function messagesOf(
  { title, author, digest, content, contentSourceUrl }: ArticlePart,
  limits: WechatLimits,
  { uploaded }: CheckOptions,
): string[] {
  return [
    title.trim() === '' && '没有标题',
    over('标题', title.length, limits.title),
    over('作者', author.length, limits.author),
    over('摘要', digest.length, limits.digest),
    // Of the content there must be fewer.
    over('正文（含标签）', content.length, limits.content - 1),
    over('正文', Buffer.byteLength(content), limits.contentBytes - 1, '字节'),
    over('阅读原文的网址', Buffer.byteLength(contentSourceUrl), limits.contentSourceUrl, '字节'),
    ...refusedMarkup(content, uploaded).map((what) => `公众号不接受的写法：${what}`),
  ].filter((message) => message !== false)
}

const over = (name: string, actual: number, max: number, unit = '字符'): string | false =>
  actual > max && `${name}有 ${actual} ${unit}，最多 ${max}`
