/**
 * What the WeChat 公众号 accepts, from its official pages on drafts (`draft/add`) and as described in
 * the project's notes on the domain. Every number stands here and nowhere else. "Characters" are
 * UTF-16 code units, the largest of the counts that WeChat might mean.
 */
export interface WechatLimits {
  /** Characters, at most (error 45003). */
  title: number
  /** Characters, at most. */
  author: number
  /** Characters, at most (error 45004). WeChat takes 128; a margin is kept. */
  digest: number
  /** Characters with tags and attributes; the content must have fewer (error 45002). */
  content: number
  /** Bytes in UTF-8; the content must have fewer (error 45002). */
  contentBytes: number
  /** Bytes in UTF-8, at most. */
  contentSourceUrl: number
}

export const wechatLimits: Readonly<WechatLimits> = {
  title: 32,
  author: 16,
  digest: 120,
  content: 20_000,
  contentBytes: 1_048_576,
  contentSourceUrl: 1024,
}

/** A limit that was met by changing something. Nothing is shortened without one. */
export interface ArticleWarning {
  code:
    | 'title.shortened'
    | 'author.shortened'
    | 'contentSourceUrl.tooLong'
    | 'content.tablesAsText'
    | 'content.textCut'
    | 'content.partsDropped'
    | 'content.imagesLeftOut'
  /** Chinese: what was over which limit, and what was done. */
  message: string
  /** The number before anything was done. */
  actual: number
  /** Absent where the matter is not one of size. */
  limit?: number
}

/** @returns the text, shortened to `max` UTF-16 code units without splitting a character. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text
  let clipped = ''
  for (const character of text) {
    if (clipped.length + character.length > max - 1) break
    clipped += character
  }
  return max > 0 ? `${clipped}…` : ''
}
