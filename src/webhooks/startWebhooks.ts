import type { Payload } from 'payload'
import { startRounds, type Rounds } from '../jobs/rounds.ts'
import { forgetOld } from './forgetOld.ts'
import { deliveryJobs } from './jobs.ts'
import { recover } from './recover.ts'
import { allowedNetworks } from './settings.ts'

const recoverEveryMs = 60_000
const forgetEveryMs = 3_600_000

/** How many are sent at once, and how often in a row before it is looked around again. */
const atOnce = 20
const mostRuns = 50

/**
 * Sends what is to be told to websites. Without anything to send a round is one small query.
 * @throws when `WEBHOOK_NETWORKS` cannot be read
 */
export function startWebhooks(payload: Payload): Rounds {
  allowedNetworks() // what is wrong there is said at the start, not at the first sending
  let nextRecovery = 0
  let nextForgetting = 0

  async function lookAfter(isStart: boolean): Promise<void> {
    const now = Date.now()
    if (isStart || now >= nextRecovery) {
      await recover(payload, isStart)
      nextRecovery = now + recoverEveryMs
    }
    if (now >= nextForgetting) {
      await forgetOld(payload)
      nextForgetting = now + forgetEveryMs
    }
  }

  return startRounds(payload, {
    everyMs: 1_000,
    failure: '网站通知的一轮处理失败',
    recover: async (isStart) => {
      await lookAfter(isStart)
      return deliveryJobs.isDue(payload)
    },
    run: async (isStopped) => {
      for (let runs = 0; runs < mostRuns && !isStopped(); runs += 1) {
        await deliveryJobs.run(payload, atOnce, true)
        if (!(await deliveryJobs.isDue(payload))) return
      }
    },
  })
}
