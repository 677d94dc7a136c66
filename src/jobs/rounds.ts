import type { Payload } from 'payload'

export interface Rounds {
  /** Begins nothing more, and waits for what is under way. */
  stop(): Promise<void>
}

export interface Work {
  everyMs: number
  /** What the log says when a round throws; the next one is tried all the same. */
  failure: string
  /**
   * Takes up what a killed process left.
   * @param isStart whether this process has just begun
   * @returns whether there is anything to run
   */
  recover: (isStart: boolean) => Promise<boolean>
  /** @param isStopped whether to begin nothing more */
  run: (isStopped: () => boolean) => Promise<void>
}

/**
 * Runs work in rounds, one after the other. Rounds of our own rather than Payload's `autoRun`, which
 * runs in whatever process answers a request of the admin, opens a transaction for writing at every
 * tick, and never takes up what a killed process left.
 */
export function startRounds(payload: Payload, work: Work): Rounds {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let isStart = true

  async function round(): Promise<void> {
    try {
      const isWork = await work.recover(isStart)
      isStart = false
      if (isWork && !stopped) await work.run(() => stopped)
    } catch (error) {
      payload.logger.error({ err: error, msg: work.failure })
    }
    if (stopped) return
    timer = setTimeout(() => {
      running = round()
    }, work.everyMs)
    timer.unref()
  }

  let running = round()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
