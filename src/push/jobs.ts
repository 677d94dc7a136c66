import type { Payload, PayloadRequest } from 'payload'
import { jobsOf } from '../jobs/jobsOf.ts'

/** Payload's job of a draft: it says when the draft is tried next, the draft's record all else. */
export const draftJobs = jobsOf('pushDraft')

/** @param req whose transaction queues it as well */
export const queueJob = (payload: Payload, draft: string, req?: PayloadRequest): Promise<void> =>
  draftJobs.queue(payload, draft, { req })

/** Runs the jobs whose time has come. */
export const runJobs = (payload: Payload): Promise<void> => draftJobs.run(payload, 5)
