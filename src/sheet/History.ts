import { cellPath } from '../formats/labels.ts'
import type { CellRef } from '../formats/types.ts'
import type { TypedCell } from './typedCell.ts'

export interface StepChange {
  readonly cell: CellRef
  readonly before: TypedCell
  readonly after: TypedCell
}

/** What one undo takes back. */
export interface Step {
  readonly label: string
  readonly mergeKey?: string | undefined
  readonly changes: readonly StepChange[]
}

/** Nobody goes back further; a day's typing does not pile up. */
const stepsAtMost = 500

/** The steps that can be undone and redone. Knows what was changed, changes nothing itself. */
export class History {
  #done: Step[] = []
  #undone: Step[] = []
  #mayMerge = false

  get canUndo(): boolean {
    return this.#done.length > 0
  }

  get canRedo(): boolean {
    return this.#undone.length > 0
  }

  record(step: Step): void {
    const last = this.#done.at(-1)
    const merges = this.#mayMerge && last?.mergeKey !== undefined && last.mergeKey === step.mergeKey
    const recorded = merges ? { ...step, changes: merged(last, step) } : step
    if (merges) this.#done.pop()
    if (recorded.changes.length > 0) this.#done.push(recorded)
    if (this.#done.length > stepsAtMost) this.#done.shift()
    this.#undone = []
    this.#mayMerge = recorded.changes.length > 0
  }

  /** @returns the step to take back, if there is one. */
  undo(): Step | undefined {
    this.seal()
    const step = this.#done.pop()
    if (step) this.#undone.push(step)
    return step
  }

  /** @returns the step to make again, if there is one. */
  redo(): Step | undefined {
    this.seal()
    const step = this.#undone.pop()
    if (step) this.#done.push(step)
    return step
  }

  /** What comes next is a step of its own. */
  seal(): void {
    this.#mayMerge = false
  }

  /** Leaves cells out of every step: somebody else has written them since. */
  forget(paths: ReadonlySet<string>): void {
    const without = (steps: readonly Step[]): Step[] =>
      steps
        .map((step) => ({
          ...step,
          changes: step.changes.filter(({ cell }) => !paths.has(cellPath(cell))),
        }))
        .filter(({ changes }) => changes.length > 0)
    this.#done = without(this.#done)
    this.#undone = without(this.#undone)
  }
}

/** Two steps as one: from the first's value to the last's, without what is as it was. */
function merged(first: Step, second: Step): StepChange[] {
  const changes = new Map<string, StepChange>()
  for (const change of [...first.changes, ...second.changes]) {
    const path = cellPath(change.cell)
    changes.set(path, { ...change, before: (changes.get(path) ?? change).before })
  }
  return [...changes.values()].filter(({ before, after }) => before !== after)
}
