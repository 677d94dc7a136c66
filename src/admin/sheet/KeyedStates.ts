import { Listeners } from '../../sheet/Listeners.ts'

/**
 * What many small components show, by key: worked out anew when asked to, and told only to those
 * whose own state came out differently. So a keystroke draws one cell, not the sheet.
 */
export class KeyedStates<State> {
  readonly #states = new Map<string, State>()
  readonly #listeners = new Listeners()

  constructor(
    readonly compute: (key: string) => State,
    readonly isSame: (a: State, b: State) => boolean = Object.is,
  ) {}

  /** @returns the same object until the state changes. */
  get(key: string): State {
    const known = this.#states.get(key)
    if (known !== undefined) return known
    const state = this.compute(key)
    this.#states.set(key, state)
    return state
  }

  /** @returns what ends it */
  follow(key: string, listener: () => void): () => void {
    return this.#listeners.addFor(key, listener)
  }

  /** @param keys all that were ever asked for when not given */
  refresh(keys: Iterable<string> = [...this.#states.keys()]): void {
    const changed: string[] = []
    for (const key of keys) {
      const [before, after] = [this.get(key), this.compute(key)]
      if (this.isSame(before, after)) continue
      this.#states.set(key, after)
      changed.push(key)
    }
    this.#listeners.tell(changed)
  }
}

/** Whether two flat objects hold the same. */
export function isSameRecord<T extends object>(a: T, b: T): boolean {
  const keys = Object.keys(a) as (keyof T)[]
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]))
}
