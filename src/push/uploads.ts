import type { WechatDraft } from '../payload-types.ts'

/** Addresses that WeChat gave, by the name of the image. */
export type Uploads = Readonly<Record<string, string>>

/** Reads what a draft's record knows; earlier ones have it as an object. */
export const uploadsOf = ({ uploads }: Pick<WechatDraft, 'uploads'>): Uploads =>
  Array.isArray(uploads)
    ? Object.fromEntries(uploads as [string, string][])
    : ((uploads ?? {}) as Uploads)

/** As pairs: names have a dot, which not every MongoDB takes in a key. */
export const storedUploads = (uploads: Uploads): WechatDraft['uploads'] => Object.entries(uploads)
