/** How many failures in a row until a receiver is left in peace. */
const enough = 3
const firstRestMs = 10_000
const longestRestMs = 600_000

/** One try is let through to see whether the receiver is back; the others wait as long. */
const probeMs = 15_000

/**
 * Knows which receivers do not answer, so that hundreds of notices to one that is down are not each
 * waited for. Kept by each process for itself: it saves time and decides nothing.
 */
export class Patience {
  readonly #troubles = new Map<string, { failures: number; until: number }>()

  /** @returns when a receiver may be tried, if that is not now */
  restOf(receiver: string, now = Date.now()): Date | undefined {
    const trouble = this.#troubles.get(receiver)
    if (!trouble || trouble.failures < enough) return undefined
    if (trouble.until > now) return new Date(trouble.until)
    trouble.until = now + probeMs
    return undefined
  }

  failed(receiver: string, now = Date.now()): void {
    const failures = (this.#troubles.get(receiver)?.failures ?? 0) + 1
    const rest = Math.min(firstRestMs * 2 ** Math.max(0, failures - enough), longestRestMs)
    this.#troubles.set(receiver, { failures, until: now + rest })
  }

  /** It answered, or somebody says that it will. */
  forget(receiver: string): void {
    this.#troubles.delete(receiver)
  }
}

export const patience = new Patience()
