import type { Payload } from 'payload'
import { isStuck, type jobsOf } from './jobsOf.ts'
import { isHeld } from './lease.ts'

/** A record that is not done. */
interface Open {
  id: string
  owner?: string | null
  leaseUntil?: string | null
  /** Not to be tried before. */
  nextAttemptAt?: string | null
}

/**
 * Takes up what a killed process left. Payload never runs again a job that was marked as running, so
 * the record decides: one that is neither done nor held by a living process needs a job that can be
 * picked up. Done once too often it does no harm, for a record has to be claimed.
 * @param records all that are not done
 * @param isStart whether this process has just begun, so that none of the jobs can be its own
 */
export async function recoverJobs(
  payload: Payload,
  jobs: ReturnType<typeof jobsOf>,
  records: readonly Open[],
  isStart: boolean,
): Promise<void> {
  const open = await jobs.open(payload)
  for (const record of records) {
    if (isHeld(record)) continue
    const job = open.get(record.id)
    if (!job) await jobs.queue(payload, record.id, { waitUntil: timeOf(record) })
    else if (isStuck(job, isStart)) await jobs.free(payload, job.id, timeOf(record))
  }
  // A process may be killed after its record was done and before its job was.
  const needed = new Set(records.map(({ id }) => id))
  for (const [record, job] of open) {
    if (!needed.has(record) && isStuck(job, isStart)) await jobs.drop(payload, job.id)
  }
}

const timeOf = ({ nextAttemptAt }: Open): Date | undefined =>
  nextAttemptAt ? new Date(nextAttemptAt) : undefined
