import type { Payload } from 'payload'
import type { PayloadJob, WechatDraft } from '../payload-types.ts'
import { dropJob, freeJob, openJobs, queueJob } from './jobs.ts'
import { isHeld } from './lease.ts'

/** A job is taken up and its draft claimed within moments; after so long something went wrong. */
const pickedUpMs = 60_000

/**
 * Takes up what a killed process left. Payload never runs again a job that was marked as running, so
 * the record of the draft decides: one that is neither done nor held by a living process needs a job
 * that can be picked up. Done once too often it does no harm, for a draft has to be claimed.
 * @param isStart whether this process has just begun, so that none of the jobs can be its own
 * @returns whether there is anything to do, now or later
 */
export async function recover(payload: Payload, isStart: boolean): Promise<boolean> {
  const { docs } = await payload.db.find<WechatDraft>({
    collection: 'wechat-drafts',
    where: { state: { in: ['queued', 'running'] } },
    pagination: false,
  })
  if (docs.length === 0 && !isStart) return false
  const jobs = await openJobs(payload)
  for (const draft of docs) {
    if (isHeld(draft)) continue
    const job = jobs.get(draft.id)
    if (!job) await queueJob(payload, draft.id)
    else if (isStuck(job, isStart)) await freeJob(payload, job.id)
  }
  await dropDone(payload, jobs, docs, isStart)
  return docs.length > 0
}

/** A process may be killed after its draft was done and before its job was. */
async function dropDone(
  payload: Payload,
  jobs: ReadonlyMap<string, PayloadJob>,
  open: readonly WechatDraft[],
  isStart: boolean,
): Promise<void> {
  const isOpen = new Set(open.map(({ id }) => id))
  for (const [draft, job] of jobs) {
    if (!isOpen.has(draft) && isStuck(job, isStart)) await dropJob(payload, job.id)
  }
}

const isStuck = ({ processing, updatedAt }: PayloadJob, isStart: boolean): boolean =>
  Boolean(processing) && (isStart || Date.now() - Date.parse(updatedAt) > pickedUpMs)
