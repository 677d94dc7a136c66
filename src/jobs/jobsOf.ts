import type { Payload, PayloadRequest, Where } from 'payload'
import type { PayloadJob } from '../payload-types.ts'

const collection = 'payload-jobs'

/** The tasks that work on a record, and how their input names it. */
const inputs = {
  pushDraft: (draft: string) => ({ draft }),
  deliverWebhook: (delivery: string) => ({ delivery }),
}

type Task = keyof typeof inputs

const recordOf = ({ input }: PayloadJob): string =>
  Object.values(input as Record<string, string>)[0] ?? ''

/** A job is taken up and its record claimed within moments; after so long something went wrong. */
const pickedUpMs = 60_000

interface Queueing {
  /** Whose transaction queues it as well. */
  req?: PayloadRequest
  /** Not to be begun before. */
  waitUntil?: Date
}

/** Payload's jobs of one task: a job says when its record is tried next, the record all else. */
export function jobsOf(task: Task) {
  const open: Where[] = [
    { taskSlug: { equals: task } },
    { completedAt: { exists: false } },
    { hasError: { not_equals: true } },
  ]

  return {
    async queue(payload: Payload, record: string, options: Queueing = {}): Promise<void> {
      await payload.jobs.queue({ task, input: inputs[task](record), ...options })
    },

    /** @returns the jobs that are not done, by the id of their record */
    async open(payload: Payload): Promise<Map<string, PayloadJob>> {
      const { docs } = await payload.db.find<PayloadJob>({
        collection,
        where: { and: open },
        pagination: false,
        select: { input: true, processing: true, updatedAt: true },
      })
      return new Map(docs.map((job) => [recordOf(job), job]))
    },

    /** @returns whether the time of a job has come */
    async isDue(payload: Payload): Promise<boolean> {
      const { docs } = await payload.db.find<PayloadJob>({
        collection,
        where: { and: [...open, { processing: { equals: false } }, dueNow()] },
        limit: 1,
        pagination: false,
        select: { taskSlug: true },
      })
      return docs.length > 0
    },

    /**
     * Lets a job be picked up again.
     * @param waitUntil not before; at once when absent
     */
    async free(payload: Payload, id: string, waitUntil?: Date): Promise<void> {
      await payload.db.updateOne({
        collection,
        id,
        data: {
          processing: false,
          waitUntil: waitUntil?.toISOString() ?? null,
          updatedAt: new Date().toISOString(),
        },
      })
    },

    /** Takes away a job whose record needs none. */
    drop: (payload: Payload, id: string): Promise<unknown> =>
      payload.db.deleteOne({ collection, where: { id: { equals: id } } }),

    /**
     * Runs the jobs whose time has come.
     * @param limit how many at once
     * @param isQuiet a try that failed is no fault of ours, and no error in the log
     */
    async run(payload: Payload, limit: number, isQuiet = false): Promise<void> {
      await payload.jobs.run({
        where: { taskSlug: { equals: task } },
        limit,
        silent: { info: true, error: isQuiet },
      })
    },
  }
}

const dueNow = (): Where => ({
  or: [{ waitUntil: { exists: false } }, { waitUntil: { less_than: new Date().toISOString() } }],
})

/**
 * @param isStart whether this process has just begun, so that none of the jobs can be its own
 * @returns whether a job was taken up by a process that is no more
 */
export const isStuck = ({ processing, updatedAt }: PayloadJob, isStart: boolean): boolean =>
  Boolean(processing) && (isStart || Date.now() - Date.parse(updatedAt) > pickedUpMs)
