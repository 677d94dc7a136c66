import type { Payload } from 'payload'
import type { PublishedImage } from '../payload-types.ts'
import { prepareImage } from '../publication/prepareImage.ts'
import { apiLimits } from '../wechat/api/limits.ts'
import type { Picture } from '../wechat/api/client.ts'

/**
 * An image of a publication as WeChat takes it, made smaller when it has to be.
 * @returns `undefined` when its bytes are gone or cannot be made to fit
 */
export async function pictureOf(payload: Payload, name: string): Promise<Picture | undefined> {
  const stored = await storedImage(payload, name)
  if (!stored) return undefined
  if (fits(stored)) return { ...stored, fileName: name }
  const smaller = await prepareImage(stored.data)
  if (!smaller || !fits(smaller)) return undefined
  return { data: smaller.data, mimeType: smaller.mimeType, fileName: smaller.name }
}

const fits = ({ data, mimeType }: Pick<Picture, 'data' | 'mimeType'>): boolean =>
  data.length < apiLimits.imageBytes && apiLimits.imageTypes.includes(mimeType)

/** @returns the bytes as they were published */
export async function storedImage(payload: Payload, name: string) {
  const stored = await payload.db.findOne<PublishedImage>({
    collection: 'published-images',
    where: { name: { equals: name } },
  })
  if (!stored) return undefined
  return { mimeType: stored.mimeType, data: Buffer.from(stored.data, 'base64') }
}
