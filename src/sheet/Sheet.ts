import { rowsOf } from '../formats/cells.ts'
import { cellPath } from '../formats/labels.ts'
import { refuseValue } from '../formats/officialValue.ts'
import { applyPatch, checkPatch } from '../formats/patch.ts'
import type { CellRef, CellValue, Column, Format, TablesData } from '../formats/types.ts'
import { conflictsBetween, patchOf, valueIn } from './changedCells.ts'
import type { ChangedCell, Conflict, Patch } from './changedCells.ts'
import { History } from './History.ts'
import type { Step } from './History.ts'
import { Listeners } from './Listeners.ts'
import type { Snapshot } from './snapshot.ts'
import type { TypedCell } from './typedCell.ts'

export interface CellChange {
  readonly cell: CellRef
  readonly value: TypedCell
}

export interface Edit {
  /** Chinese, such as 粘贴: what undo and redo call it. */
  readonly label: string
  readonly changes: readonly CellChange[]
  /** An edit with the key of the one right before it is the same undo step. */
  readonly mergeKey?: string
}

/** The report as the server has it. */
export interface SheetBase {
  readonly revision: number
  readonly tables: TablesData
}

export interface WrongEntry {
  readonly cell: CellRef
  readonly text: string
  /** As the server would say it. */
  readonly message: string
}

export interface Rebasing {
  /** What was being saved. What was typed after it stays, also where it went back to the old base. */
  readonly sent?: Snapshot
  /** Whether a person's entry stays where it differs from the new base; all do when not given. */
  readonly keep?: (cell: CellRef) => boolean
}

/**
 * The three tables while a person edits them: what the server has, and the person's entries on top
 * of it. Whatever lists or tables it returns are the same objects until something changes.
 */
export class Sheet {
  /** By path, in the order of the form. */
  readonly #places: ReadonlyMap<string, Place>
  #base: SheetBase
  /** Only what differs from the base, by path. */
  #entries = new Map<string, TypedCell>()
  readonly #history = new History()
  readonly #listeners = new Listeners()
  #changes: ChangedCell[] | undefined
  #wrong: readonly WrongEntry[] | undefined
  #tables: TablesData | undefined

  constructor(
    readonly format: Format,
    base: SheetBase,
  ) {
    this.#places = placesOf(format)
    this.#base = base
  }

  get base(): SheetBase {
    return this.#base
  }

  get canUndo(): boolean {
    return this.#history.canUndo
  }

  get canRedo(): boolean {
    return this.#history.canRedo
  }

  valueOf(cell: CellRef): TypedCell {
    const entry = this.#entries.get(cellPath(cell))
    return entry === undefined ? this.baseOf(cell) : entry
  }

  baseOf(cell: CellRef): CellValue {
    return valueIn(this.#base.tables, cell)
  }

  isDirty(): boolean {
    return this.#entries.size > 0
  }

  isChanged(cell: CellRef): boolean {
    return this.#entries.has(cellPath(cell))
  }

  /**
   * Makes an edit: one undo step, or none when it changes nothing.
   * @throws {RangeError} when the form has no such cell; nothing is changed then
   */
  apply({ label, changes, mergeKey }: Edit): void {
    const last = new Map(changes.map((change) => [cellPath(change.cell), change]))
    const made = [...last.values()]
      .map(({ cell, value }) => ({ cell, before: this.valueOf(cell), after: value }))
      .filter(({ before, after }) => before !== after)
    const unknown = made.find(({ cell }) => !this.#places.has(cellPath(cell)))
    if (unknown) throw new RangeError(`${this.format.label}没有${cellPath(unknown.cell)}这一格`)
    if (made.length === 0) return
    this.#history.record({ label, mergeKey, changes: made })
    this.#write(made.map(({ cell, after }) => ({ cell, value: after })))
  }

  /** @returns what it did, or `undefined` when there was nothing to undo. */
  undo(): Edit | undefined {
    const step = this.#history.undo()
    return step && this.#repeat(step, 'before')
  }

  /** @returns what it did, or `undefined` when there was nothing to redo. */
  redo(): Edit | undefined {
    const step = this.#history.redo()
    return step && this.#repeat(step, 'after')
  }

  /** @returns the changed cells, in the order of the form. */
  changes(): readonly ChangedCell[] {
    this.#changes ??= [...this.#places].flatMap(([path, { cell }]) => {
      const after = this.#entries.get(path)
      return after === undefined ? [] : [{ cell, before: this.baseOf(cell), after }]
    })
    return this.#changes
  }

  /** @returns the changed cells as a save sends them, wrong entries included. */
  patch(): Patch<TypedCell> {
    return patchOf(this.changes(), ({ after }) => after)
  }

  /** @returns what the engine reads: a wrong entry counts as blank. */
  tables(): TablesData {
    this.#tables ??= applyPatch(
      this.#base.tables,
      patchOf(this.changes(), ({ cell, after }) => this.#accept(cell, after)),
    )
    return this.#tables
  }

  /** @returns the entries that the server would refuse, and why. */
  wrongEntries(): readonly WrongEntry[] {
    this.#wrong ??= checkPatch(this.format, this.patch()).problems.flatMap(({ path, message }) => {
      const cell = this.#places.get(path)?.cell
      return cell ? [{ cell, text: String(this.#entries.get(path)), message }] : []
    })
    return this.#wrong
  }

  /**
   * Takes over what the server has now, after a save or a merge. What equals it is no longer
   * changed; what differs from it stays the person's entry. Steps that somebody else's value has
   * come after can no longer be undone in that cell.
   */
  rebase(base: SheetBase, { sent, keep = () => true }: Rebasing = {}): void {
    const sentValues = valuesByPath(sent)
    const touched: CellChange[] = []
    const foreign = new Set<string>()
    for (const [path, { cell }] of this.#places) {
      const [mine, old, theirs] = [
        this.valueOf(cell),
        this.baseOf(cell),
        valueIn(base.tables, cell),
      ]
      const known = sentValues.has(path) ? sentValues.get(path) : old
      const isMine = (mine !== known || typeof mine === 'string') && keep(cell)
      if (isMine || this.isChanged(cell) || theirs !== old) {
        touched.push({ cell, value: isMine ? mine : theirs })
      }
      if (theirs !== old && theirs !== known && theirs !== mine) foreign.add(path)
    }
    this.#history.seal()
    this.#history.forget(foreign)
    this.#write(touched, base)
  }

  /** @returns the cells that both have changed since the base, differently. */
  conflictsWith(theirs: SheetBase): Conflict[] {
    return conflictsBetween(this.changes(), theirs.tables)
  }

  /** @returns the unsaved work, to be kept locally as JSON. */
  snapshot(): Snapshot {
    return {
      format: this.format.key,
      revision: this.#base.revision,
      changes: this.changes(),
    }
  }

  /**
   * Puts unsaved work back in, as one undo step. Cells that this form does not have are left out.
   * @returns the cells that the server has changed since, to another value than the restored one
   */
  restore({ changes }: Snapshot): Conflict[] {
    const known = changes.filter(({ cell }) => this.#places.has(cellPath(cell)))
    this.apply({
      label: '恢复未保存的内容',
      changes: known.map(({ cell, after }) => ({ cell, value: after })),
    })
    return conflictsBetween(known, this.#base.tables)
  }

  /**
   * Tells of every change: of a value, the base or what can be undone. Bound, so that it can be
   * handed to `useSyncExternalStore` as it is.
   * @returns what ends it
   */
  readonly subscribe = (listener: () => void): (() => void) => this.#listeners.add(listener)

  /**
   * Tells when the cell's value or base changes.
   * @returns what ends it
   */
  subscribeTo(cell: CellRef, listener: () => void): () => void {
    return this.#listeners.addFor(cellPath(cell), listener)
  }

  #repeat({ label, changes }: Step, side: 'before' | 'after'): Edit {
    const edit = {
      label,
      changes: changes.map((change) => ({ cell: change.cell, value: change[side] })),
    }
    this.#write(edit.changes)
    return edit
  }

  #write(changes: readonly CellChange[], base = this.#base): void {
    const reads = (cell: CellRef, value: TypedCell) =>
      this.#accept(cell, value) !== this.#accept(cell, this.valueOf(cell))
    if (changes.some(({ cell, value }) => reads(cell, value))) this.#tables = undefined
    this.#base = base
    for (const { cell, value } of changes) {
      if (value === this.baseOf(cell)) this.#entries.delete(cellPath(cell))
      else this.#entries.set(cellPath(cell), value)
    }
    this.#changes = this.#wrong = undefined
    this.#listeners.tell(changes.map(({ cell }) => cellPath(cell)))
  }

  /** The value that the engine reads. */
  #accept(cell: CellRef, value: TypedCell): CellValue {
    const column = this.#places.get(cellPath(cell))?.column
    const fits = column && refuseValue(column, value) === undefined
    return fits && typeof value === 'number' ? value : null
  }
}

interface Place {
  readonly cell: CellRef
  readonly column: Column
}

const placesOf = (format: Format): ReadonlyMap<string, Place> =>
  new Map(
    rowsOf(format).flatMap(({ table, row, columns }) =>
      columns.map((column) => {
        const cell = { table, row: row.key, column: column.key }
        return [cellPath(cell), { cell, column }] as const
      }),
    ),
  )

const valuesByPath = (snapshot: Snapshot | undefined): ReadonlyMap<string, TypedCell> =>
  new Map(snapshot?.changes.map(({ cell, after }) => [cellPath(cell), after]))
