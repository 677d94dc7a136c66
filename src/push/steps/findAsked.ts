import { settlingMs } from '../settings.ts'
import type { Push } from '../Push.ts'

/**
 * Looks for the draft that an earlier try asked for without learning what became of it.
 *
 * WeChat has no key that makes a second `draft/add` harmless, so the draft is known by its cover. A
 * request whose answer was lost may still be at work there: hence the pause before the look. A draft
 * that comes to be after the pause would not be seen.
 * @returns the media id of the draft; `undefined` when there is none, or none was asked for
 */
export async function findAsked(push: Push): Promise<string | undefined> {
  const { askedAt, coverMediaId } = push.record
  if (!askedAt || !coverMediaId) return undefined
  const pause = Date.parse(askedAt) + settlingMs() - Date.now()
  if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
  await push.write({})
  return push.client.findDraft(coverMediaId)
}
