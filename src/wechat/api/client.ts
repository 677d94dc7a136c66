import type { ArticlePart } from '../article.ts'
import { call } from './call.ts'
import { WechatError } from './errors.ts'
import { apiLimits, type CallKind } from './limits.ts'

/** Where tokens come from. */
export interface TokenSource {
  /** @param refused a token that WeChat did not take, so another is wanted */
  token(refused?: string): Promise<string>
}

/** Counts calls. */
export interface Meter {
  /** Before each call. @throws {WechatError} when the day's calls are used up */
  count(kind: CallKind): Promise<void>
  /** WeChat says that the day's calls are used up. */
  usedUp(kind: CallKind): Promise<void>
}

export interface ClientOptions {
  /** Where the API is, without a slash at its end. */
  base: string
  tokens: TokenSource
  meter: Meter
  timeoutMs: number
}

export interface Picture {
  data: Buffer
  mimeType: string
  /** With its extension, from which WeChat tells the type. */
  fileName: string
}

/** A draft as its account lists it. */
export interface ListedDraft {
  mediaId: string
  /** Of its articles. */
  covers: string[]
}

export interface WechatClient {
  /** 上传图文消息图片, `media/uploadimg`. @returns the address that articles may show */
  uploadImage(picture: Picture): Promise<string>
  /** 新增永久素材, `material/add_material`. @returns the media id */
  addCover(picture: Picture): Promise<string>
  /** 新增草稿, `draft/add`. @returns the media id of the draft */
  addDraft(articles: readonly ArticlePart[], coverMediaId: string): Promise<string>
  /** 获取草稿列表, `draft/batchget`, all its pages. @returns the draft that shows the cover */
  findDraft(coverMediaId: string): Promise<string | undefined>
}

/** The API of one 公众号. Every call throws `WechatError` when it does not succeed. */
export function wechatClient({ base, tokens, meter, timeoutMs }: ClientOptions): WechatClient {
  async function once(kind: CallKind, token: string, query: string, body: string | FormData) {
    await meter.count(kind)
    const url = `${base}/cgi-bin/${kind}?access_token=${encodeURIComponent(token)}${query}`
    try {
      return await call({ kind, url, body, timeoutMs, secrets: [token, encodeURIComponent(token)] })
    } catch (error) {
      if (error instanceof WechatError && error.code === 45009) await meter.usedUp(kind)
      throw error
    }
  }

  /** A token may be replaced at any time, by whoever uses the account: then once more with another. */
  async function post(kind: CallKind, body: string | FormData, query = '') {
    const token = await tokens.token()
    try {
      return await once(kind, token, query, body)
    } catch (error) {
      if (!(error instanceof WechatError && error.refusesToken)) throw error
      return once(kind, await tokens.token(token), query, body)
    }
  }

  return {
    async uploadImage(picture) {
      return textIn('media/uploadimg', await post('media/uploadimg', formOf(picture)), 'url')
    },

    async addCover(picture) {
      const kind = 'material/add_material'
      return textIn(kind, await post(kind, formOf(picture), '&type=image'), 'media_id')
    },

    async addDraft(articles, coverMediaId) {
      const body = draftBody(articles, coverMediaId)
      return textIn('draft/add', await post('draft/add', body), 'media_id')
    },

    async findDraft(coverMediaId) {
      const count = apiLimits.draftsInAPage
      for (let offset = 0; ; offset += count) {
        const page = await post('draft/batchget', JSON.stringify({ offset, count, no_content: 1 }))
        const drafts = draftsIn(page)
        const found = drafts.find(({ covers }) => covers.includes(coverMediaId))
        if (found) return found.mediaId
        if (drafts.length < count) return undefined
      }
    },
  }
}

/**
 * The text of a `draft/add`. WeChat shows `\u` escapes as they are, so Chinese has to stand in it as
 * Chinese: JSON.stringify leaves it alone.
 */
export const draftBody = (articles: readonly ArticlePart[], coverMediaId: string): string =>
  JSON.stringify({
    articles: articles.map(({ title, author, digest, content, contentSourceUrl }) => ({
      ...{ title, author, digest, content },
      content_source_url: contentSourceUrl,
      thumb_media_id: coverMediaId,
      need_open_comment: 0,
      only_fans_can_comment: 0,
    })),
  })

function formOf({ data, mimeType, fileName }: Picture): FormData {
  const form = new FormData()
  form.set('media', new Blob([new Uint8Array(data)], { type: mimeType }), fileName)
  return form
}

function textIn(kind: CallKind, answer: Record<string, unknown>, name: string): string {
  const value = answer[name]
  if (typeof value === 'string' && value !== '') return value
  throw WechatError.unanswered(kind, `答复中没有 ${name}`)
}

interface Page {
  item?: { media_id: string; content?: { news_item?: { thumb_media_id?: string }[] } }[]
}

const draftsIn = (page: Page): ListedDraft[] =>
  (page.item ?? []).map(({ media_id, content }) => ({
    mediaId: media_id,
    covers: (content?.news_item ?? []).flatMap(({ thumb_media_id }) => thumb_media_id ?? []),
  }))
