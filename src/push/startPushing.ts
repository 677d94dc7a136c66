import type { Payload } from 'payload'
import { runJobs } from './jobs.ts'
import { recover } from './recover.ts'

export interface Pushing {
  /** Begins nothing more, and waits for what is under way. */
  stop(): Promise<void>
}

const everyMs = 3_000

/**
 * Runs the pushes, one round after the other. A round of our own rather than Payload's `autoRun`,
 * which runs in whatever process answers a request of the admin, opens a transaction for writing at
 * every tick, and never takes up what a killed process left. Without anything to push a round is one
 * small query.
 */
export function startPushing(payload: Payload): Pushing {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let isStart = true

  async function round(): Promise<void> {
    try {
      const isWork = await recover(payload, isStart)
      isStart = false
      if (isWork && !isStopped) await runJobs(payload)
    } catch (error) {
      payload.logger.error({ err: error, msg: '公众号推送的一轮处理失败' })
    }
    if (isStopped) return
    timer = setTimeout(() => {
      running = round()
    }, everyMs)
    timer.unref()
  }

  let running = round()
  return {
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
