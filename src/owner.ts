import { randomUUID } from 'node:crypto'
import os from 'node:os'

/** This process, as records name it: host, process id, and what no other start has. */
const boot = randomUUID()
export const owner = [os.hostname(), process.pid, boot].join('/')

/**
 * @returns whether the process is surely no more: one of this host whose id nobody has, or that this
 *   process has, as in a container, where it is always 1. Of other hosts only the lease tells.
 */
export function isGone(other: string): boolean {
  const [host, pid, otherBoot] = other.split('/')
  if (host !== os.hostname()) return false
  if (Number(pid) === process.pid) return otherBoot !== boot
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
