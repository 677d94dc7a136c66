import { drawCover } from '../cover.ts'
import type { Push } from '../Push.ts'

/**
 * Each draft has a cover of its own, by whose media id it is found again. A process that is killed
 * between the upload and the note of it leaves an image at WeChat that nothing shows, of the 100,000
 * that an account may have.
 */
export async function uploadCover(push: Push): Promise<void> {
  if (push.record.coverMediaId) return
  const { payload, publication, channel, client, record } = push
  const { data } = await drawCover(payload, publication, channel, record.id)
  const coverMediaId = await client.addCover({
    data,
    mimeType: 'image/jpeg',
    fileName: `${record.id}.jpg`,
  })
  await push.write({ coverMediaId })
}
