import type { WechatDraft } from '../payload-types.ts'

/** Addresses that WeChat gave, by the name of the image. */
export type Uploads = Readonly<Record<string, string>>

interface Upload {
  name: string
  address: string
}

/** Reads what a draft's record knows; earlier ones have it as an object. */
export function uploadsOf({ uploads }: Pick<WechatDraft, 'uploads'>): Uploads {
  if (!Array.isArray(uploads)) return (uploads ?? {}) as Uploads
  const list = uploads as unknown as Upload[]
  return Object.fromEntries(list.map(({ name, address }) => [name, address]))
}

/** As a list: names have a dot, which not every MongoDB takes in a key. */
export const storedUploads = (uploads: Uploads): WechatDraft['uploads'] =>
  Object.entries(uploads).map(([name, address]): Upload => ({ name, address }))
