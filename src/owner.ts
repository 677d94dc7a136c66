import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import os from 'node:os'

/**
 * Where process ids mean the same: on Linux one start of a kernel and one namespace of ids, for
 * containers may share a host's name, and each has a process 1.
 */
const place = [os.hostname(), ...numbering()].join(':')

/** This process, as records name it: where, process id, and what no other start has. */
const boot = randomUUID()
export const owner = [place, process.pid, boot].join('/')

/**
 * @returns whether the process is surely no more: one of this place whose id nobody has, or that this
 *   process has now. Of other places only the lease tells.
 */
export function isDead(other: string): boolean {
  const [otherPlace, pid, otherBoot] = other.split('/')
  if (otherPlace !== place) return false
  if (Number(pid) === process.pid) return otherBoot !== boot
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

function numbering(): string[] {
  if (process.platform !== 'linux') return []
  try {
    const start = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return [start, readlinkSync('/proc/self/ns/pid')]
  } catch {
    return [randomUUID()] // hidden from this process: a place of its own, where nobody else is
  }
}
