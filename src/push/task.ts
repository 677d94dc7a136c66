import type { TaskConfig } from 'payload'
import { tomorrowInChina } from './chinaTime.ts'
import { mostAttempts, pushDraft, TryAgain } from './pushDraft.ts'

/** The first pause between two tries; each further one is twice as long. */
const firstPauseMs = 10_000

/** Brings one publication into the drafts box of one 公众号; may be run again after any failure. */
export const pushDraftTask: TaskConfig<'pushDraft'> = {
  slug: 'pushDraft',
  label: '推送公众号草稿',
  inputSchema: [{ name: 'draft', type: 'text', required: true }],
  retries: {
    attempts: mostAttempts - 1,
    backoff: { type: 'exponential', delay: firstPauseMs },
  },
  handler: async ({ input, job, req: { payload } }) => {
    try {
      await pushDraft(payload, input.draft)
    } catch (error) {
      if (error instanceof TryAgain && error.when === 'tomorrow') {
        // Payload keeps the later of this and its own pause.
        job.waitUntil = tomorrowInChina(new Date()).toISOString()
      }
      throw error
    }
    return { output: {} }
  },
}
