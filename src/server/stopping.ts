import type { Server } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

const stopWithinMs = 10_000

/**
 * Ends the process on SIGTERM and SIGINT: requests that run are finished, then all else is ended.
 * @param work that goes on beside the requests; begun to be stopped at once, and not waited for
 *   longer than the requests
 * @param last is ended when nothing needs it any more
 */
export function stopOnSignals(
  server: Server,
  { work, last }: { work: readonly (() => Promise<unknown>)[]; last: () => Promise<unknown> },
): void {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    const workEnded = Promise.race([Promise.allSettled(work.map((end) => end())), giveUp()])
    await closed(server)
    await workEnded
    await last()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}

const giveUp = () => delay(stopWithinMs)

async function closed(server: Server): Promise<void> {
  const late = setTimeout(() => server.closeAllConnections(), stopWithinMs)
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeIdleConnections()
  })
  clearTimeout(late)
}
