import { setTimeout as delay } from 'node:timers/promises'
import type { Change, PublicationStore } from './PublicationStore.ts'
import { within } from './within.ts'

export interface WatchListener {
  /** These reports were published, corrected or withdrawn. */
  changed: (changes: readonly Change[]) => void
  /** Anything may have changed: forget all that was remembered. */
  anew: () => void
  /** Gets why the database could not be asked, once each time it goes away. */
  away?: (error: unknown) => void
}

export interface WatchOptions {
  /** Between two looks. */
  everyMs?: number
  /** A look that takes longer has failed. */
  lookWithinMs?: number
  /** For how long what is remembered stays good without a look that succeeds. */
  rememberForMs?: number
}

const defaults: Required<WatchOptions> = {
  everyMs: 250,
  lookWithinMs: 3000,
  rememberForMs: 10 * 60 * 1000,
}

/** More changes than this at once, as after a long absence, are not followed one by one. */
const mostChanges = 200

/** One failure may be chance; so the next look decides. */
const failuresUntilAway = 2

/** Milliseconds; a longer one would end at once. */
const longestTimer = 2 ** 31 - 1

/**
 * Follows what is published and withdrawn by any process, by the numbers that they take
 * (src/publication/sequence.ts): a few times a second it asks what came after the last one it saw.
 * See docs/adr/0012.
 */
export class PublicationWatch {
  readonly #store: Pick<PublicationStore, 'changes'>
  readonly #listener: WatchListener
  readonly #options: Required<WatchOptions>
  readonly #stopped = new AbortController()
  #running: Promise<void> | undefined
  #looking: Promise<boolean> | undefined
  #last: Change | undefined
  /** Monotonic; since when nothing that was committed before can be unknown. */
  #seenAt: number | undefined
  #failures = 0
  #expiry: NodeJS.Timeout | undefined

  constructor(
    store: Pick<PublicationStore, 'changes'>,
    listener: WatchListener,
    options: WatchOptions = {},
  ) {
    this.#store = store
    this.#listener = listener
    this.#options = { ...defaults, ...options }
  }

  /** Resolves after the first look, whether or not it succeeded. */
  async start(): Promise<void> {
    await this.look()
    this.#running ??= this.#run()
  }

  /** From now on nobody tells of changes, so nothing that is remembered may be trusted. */
  async stop(): Promise<void> {
    this.#stopped.abort()
    clearTimeout(this.#expiry)
    this.#listener.anew()
    await this.#running
  }

  /** Whether every change is, or will be, told: only then may anything be remembered. */
  get isFollowing(): boolean {
    return this.#seenAt !== undefined && !this.#stopped.signal.aborted
  }

  /** Whether the database cannot be asked at present. */
  get isAway(): boolean {
    return this.#failures >= failuresUntilAway
  }

  /** How old the last look is that succeeded; `undefined` when there was none. */
  get ageMs(): number | undefined {
    return this.#seenAt === undefined ? undefined : performance.now() - this.#seenAt
  }

  /** The last number that was seen. */
  get sequence(): number {
    return this.#last?.sequence ?? 0
  }

  /**
   * Looks now, or waits for the look that is under way.
   * @returns whether it succeeded
   */
  look(): Promise<boolean> {
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined))
    return this.#looking
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopped
    while (!signal.aborted) {
      await delay(this.#options.everyMs, undefined, { signal, ref: false }).catch(() => {})
      if (!signal.aborted) await this.look()
    }
  }

  async #look(): Promise<boolean> {
    const began = performance.now()
    try {
      // What comes too late is not looked at: the next look asks for the same again.
      const look = await within(this.#options.lookWithinMs, this.#ask())
      if (this.#stopped.signal.aborted) return false
      this.#tell(look)
      this.#failures = 0
      this.#seenAt = began
      this.#expire(began)
      return true
    } catch (error) {
      this.#failures += 1
      if (this.#failures === failuresUntilAway) this.#listener.away?.(error)
      return false
    }
  }

  /** @returns the changes since the last look; or `anew`, with the position to go on from */
  async #ask(): Promise<{ changes: Change[] } | { anew: Change | undefined }> {
    const last = this.#last
    if (last && this.isFollowing) {
      // The last one itself too: where it is gone, the numbers are no longer the ones we know.
      const changes = await this.#store.changes(last.sequence, mostChanges)
      const isSameLine = changes.some(({ id }) => id === last.id)
      if (isSameLine && changes.length < mostChanges) {
        return { changes: changes.filter(({ sequence }) => sequence > last.sequence) }
      }
    }
    const [newest] = await this.#store.changes(undefined, 1)
    return { anew: newest }
  }

  #tell(look: { changes: Change[] } | { anew: Change | undefined }): void {
    if ('changes' in look) {
      this.#last = look.changes.at(-1) ?? this.#last
      if (look.changes.length > 0) this.#listener.changed(look.changes)
      return
    }
    const hadNone = this.isFollowing && !this.#last
    this.#last = look.anew
    if (!hadNone || look.anew) this.#listener.anew()
  }

  /** Without a look for too long, nothing that is remembered may be trusted. */
  #expire(began: number): void {
    clearTimeout(this.#expiry)
    const left = began + this.#options.rememberForMs - performance.now()
    this.#expiry = setTimeout(
      () => {
        this.#seenAt = undefined
        this.#listener.anew()
      },
      Math.min(left, longestTimer),
    ).unref()
  }
}
