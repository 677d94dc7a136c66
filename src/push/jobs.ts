import type { Payload, PayloadRequest } from 'payload'
import type { PayloadJob } from '../payload-types.ts'

/** Payload's job of a draft: it says when the draft is tried next, the draft's record all else. */

const collection = 'payload-jobs'

/** @param req whose transaction queues it as well */
export async function queueJob(
  payload: Payload,
  draft: string,
  req?: PayloadRequest,
): Promise<void> {
  await payload.jobs.queue({ task: 'pushDraft', input: { draft }, req })
}

/** @returns the jobs that are not done, by the id of their draft */
export async function openJobs(payload: Payload): Promise<Map<string, PayloadJob>> {
  const { docs } = await payload.db.find<PayloadJob>({
    collection,
    where: {
      and: [
        { taskSlug: { equals: 'pushDraft' } },
        { completedAt: { exists: false } },
        { hasError: { not_equals: true } },
      ],
    },
    pagination: false,
  })
  return new Map(docs.map((job) => [(job.input as { draft: string }).draft, job]))
}

/** Lets a job be picked up again, at once. */
export async function freeJob(payload: Payload, id: string): Promise<void> {
  await payload.db.updateOne({
    collection,
    id,
    data: { processing: false, waitUntil: null, updatedAt: new Date().toISOString() },
  })
}

/** Takes away a job whose draft needs none. */
export const dropJob = (payload: Payload, id: string): Promise<unknown> =>
  payload.db.deleteOne({ collection, where: { id: { equals: id } } })

/** Runs the jobs whose time has come. */
export async function runJobs(payload: Payload): Promise<void> {
  await payload.jobs.run({
    where: { taskSlug: { equals: 'pushDraft' } },
    limit: 5,
    silent: { info: true },
  })
}
