import { pictureOf } from '../images.ts'
import { PushRefused, type Push } from '../Push.ts'
import { storedUploads } from '../uploads.ts'

/**
 * Each address is written down at once, so that nothing is uploaded twice that is known.
 * @throws {PushRefused} when an image of the publication cannot be used
 */
export async function uploadImages(push: Push): Promise<void> {
  for (const { name, alt } of push.render().images) {
    if (push.uploads[name]) continue
    const picture = await pictureOf(push.payload, name)
    if (!picture) throw new PushRefused(unusable(alt))
    const address = await push.client.uploadImage(picture)
    await push.write({ uploads: storedUploads({ ...push.uploads, [name]: address }) })
  }
}

export const unusable = (alt: string): string =>
  `图片“${alt || '未命名'}”不能使用（须为小于 1 MB 的 jpg 或 png），请更换图片后更正发布`
