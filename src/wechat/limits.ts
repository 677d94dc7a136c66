/**
 * What the WeChat 公众号 accepts. Every number stands here and nowhere else. "Characters" are UTF-16
 * code units, the largest of the counts that WeChat might mean. Part of the JSON answer.
 */
export interface WechatLimits {
  /** Characters, at most (error 45003). */
  title: number
  /** Characters, at most. */
  author: number
  /** Characters, at most (error 45004). */
  digest: number
  /** Characters that we write at most, for a margin. */
  digestAim: number
  /** Characters with tags and attributes; the content must have fewer (error 45002). */
  content: number
  /** Bytes in UTF-8; the content must have fewer (error 45002). */
  contentBytes: number
  /** Bytes in UTF-8, at most. */
  contentSourceUrl: number
  /** Articles in one draft, at most. */
  articles: number
  /** Bytes of an image in the content, which must have fewer; jpg and png only. */
  imageBytes: number
  /** Calls a day, at most (error 45009). */
  draftAddCalls: number
  tokenCalls: number
  publishCalls: number
}

interface Limit {
  value: number
  /** The page of WeChat's that states it, or why it is ours. */
  source: string
}

const draftAdd = '公众号官方文档“草稿箱／新建草稿”（draft/add）'
const uploadImage = '公众号官方文档“素材管理／上传图文消息内的图片”（media/uploadimg）'
const quotas = '公众号官方文档“接口调用频次限制说明”'

const limits: Readonly<Record<keyof WechatLimits, Limit>> = {
  title: { value: 32, source: draftAdd },
  author: { value: 16, source: draftAdd },
  digest: { value: 128, source: draftAdd },
  digestAim: { value: 120, source: '本系统预留的余量' },
  content: { value: 20_000, source: draftAdd },
  contentBytes: { value: 1_048_576, source: draftAdd },
  contentSourceUrl: { value: 1024, source: draftAdd },
  articles: { value: 8, source: draftAdd },
  imageBytes: { value: 1_048_576, source: uploadImage },
  draftAddCalls: { value: 1000, source: quotas },
  tokenCalls: { value: 2000, source: quotas },
  publishCalls: { value: 100, source: quotas },
}

const each = <T>(pick: (limit: Limit) => T) =>
  Object.fromEntries(
    Object.entries(limits).map(([name, limit]) => [name, pick(limit)]),
  ) as unknown as Readonly<Record<keyof WechatLimits, T>>

export const wechatLimits: Readonly<WechatLimits> = each(({ value }) => value)

/** Where each number is from. */
export const limitSources = each(({ source }) => source)

/** A limit that was met by changing something. Nothing is shortened without one. */
export interface ArticleWarning {
  code:
    | 'title.shortened'
    | 'author.shortened'
    | 'contentSourceUrl.tooLong'
    | 'content.split'
    | 'content.paragraphsSplit'
    | 'content.tablesAsCards'
    | 'content.textCut'
    | 'content.piecesLeftOut'
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
