import { wechatLimits } from '../limits.ts'

/**
 * What the API of the 公众号 accepts, as far as it is a matter of calls and files rather than of an
 * article (for that see ../limits.ts). From the official pages 上传图文消息图片, 新增永久素材, 新增草稿,
 * 获取草稿列表 and 接口调用频次限制说明. The client, the counter of calls and the stand-in of the tests
 * read the same numbers.
 */
export interface ApiLimits {
  /** Articles in one draft, at most (error 45008). */
  articles: number
  /** Bytes of an image in the text; an image must have fewer (error 40009). */
  imageBytes: number
  /** What an image in the text may be (error 40005). */
  imageTypes: readonly string[]
  /** Bytes of a permanent image such as a cover, at most (error 40009). */
  coverBytes: number
  /** Drafts that one answer of draft/batchget lists, at most. */
  draftsInAPage: number
  /** Calls of one account in one day; what is not named here has no limit that is known (error 45009). */
  callsInADay: Readonly<Partial<Record<CallKind, number>>>
}

/** The calls that are made, by which they are counted. */
export type CallKind =
  'token' | 'media/uploadimg' | 'material/add_material' | 'draft/add' | 'draft/batchget'

export const apiLimits: Readonly<ApiLimits> = {
  articles: wechatLimits.articles,
  imageBytes: wechatLimits.imageBytes,
  imageTypes: ['image/jpeg', 'image/png'],
  coverBytes: 10_485_760,
  draftsInAPage: 20,
  callsInADay: { token: wechatLimits.tokenCalls, 'draft/add': wechatLimits.draftAddCalls },
}
