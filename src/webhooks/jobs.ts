import { jobsOf } from '../jobs/jobsOf.ts'

/** Payload's job of a delivery: it says when the delivery is tried next, its record all else. */
export const deliveryJobs = jobsOf('deliverWebhook')
