import type { Payload } from 'payload'
import { recoverJobs } from '../jobs/recoverJobs.ts'
import type { WechatDraft } from '../payload-types.ts'
import { draftJobs } from './jobs.ts'

/**
 * Takes up the drafts that a killed process left.
 * @param isStart whether this process has just begun, so that none of the jobs can be its own
 * @returns whether there is anything to do, now or later
 */
export async function recover(payload: Payload, isStart: boolean): Promise<boolean> {
  const { docs } = await payload.db.find<WechatDraft>({
    collection: 'wechat-drafts',
    where: { state: { in: ['queued', 'running'] } },
    pagination: false,
  })
  if (docs.length > 0 || isStart) await recoverJobs(payload, draftJobs, docs, isStart)
  return docs.length > 0
}
