import type { TaskConfig } from 'payload'
import { firstPauseMs, mostTries } from './backoff.ts'
import { deliver } from './deliver.ts'
import { TryAgain } from './settle.ts'

/** Tells one website of one event; may be run again after any failure. */
export const deliverWebhookTask: TaskConfig<'deliverWebhook'> = {
  slug: 'deliverWebhook',
  label: '发送网站通知',
  inputSchema: [{ name: 'delivery', type: 'text', required: true }],
  retries: {
    attempts: mostTries - 1,
    backoff: { type: 'exponential', delay: firstPauseMs },
  },
  handler: async ({ input, job, req: { payload } }) => {
    try {
      await deliver(payload, input.delivery)
    } catch (error) {
      // Payload keeps the later of this and its own pause.
      if (error instanceof TryAgain) job.waitUntil = error.at.toISOString()
      throw error
    }
    return { output: {} }
  },
}
