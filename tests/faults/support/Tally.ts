import type { StepKind } from './steps.ts'

/** When a kill came, seen from the request that was under way. */
export type Moment = 'before its first write' | 'while it wrote'

interface Count {
  kills: number
  before: number
  writing: number
  /** Done all the same, though nobody was told. */
  done: number
}

/** Counts kills by what they met, to show that they were spread over the work. */
export class Tally {
  readonly #counts = new Map<StepKind | 'between', Count>()
  accepted = 0

  /** @param kind of the request under way; nothing when the kill came between two */
  add(kind: StepKind | undefined, moment: Moment | undefined, wasDone: boolean): void {
    const name = kind ?? 'between'
    const count = this.#counts.get(name) ?? { kills: 0, before: 0, writing: 0, done: 0 }
    count.kills += 1
    if (moment === 'before its first write') count.before += 1
    if (moment === 'while it wrote') count.writing += 1
    if (wasDone) count.done += 1
    this.#counts.set(name, count)
  }

  get kills(): number {
    return [...this.#counts.values()].reduce((sum, { kills }) => sum + kills, 0)
  }

  get whileWriting(): number {
    return [...this.#counts.values()].reduce((sum, { writing }) => sum + writing, 0)
  }

  get summary(): string {
    const lines = [...this.#counts].map(
      ([name, { kills, before, writing, done }]) =>
        `  ${name.padEnd(10)} ${kills} kills: ${before} before its first write, ${writing} while it wrote, ${done} done though unanswered`,
    )
    return [`${this.kills} kills, ${this.accepted} accepted requests kept`, ...lines].join('\n')
  }
}
