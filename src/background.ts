import type { Payload } from 'payload'
import type { Rounds } from './jobs/rounds.ts'
import { startPushing } from './push/index.ts'
import { startWebhooks } from './webhooks/index.ts'

/** What a process that is not for delivery alone does beside answering requests. */
export function startBackground(payload: Payload): Rounds {
  const all = [startPushing(payload), startWebhooks(payload)]
  return {
    async stop() {
      await Promise.all(all.map((rounds) => rounds.stop()))
    },
  }
}
