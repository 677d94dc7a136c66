import { cellPath } from '../../formats/labels.ts'
import type { CellRef, CellValue, TableKey } from '../../formats/types.ts'
import { valueIn } from '../../sheet/changedCells.ts'
import type { Offer } from '../../sheet/fillTotals.ts'
import { rangeBetween } from '../../sheet/neighbour.ts'
import type { PrintedBlock } from '../../sheet/readClipboard.ts'
import type { Edit } from '../../sheet/Sheet.ts'
import { typedCell, type TypedCell } from '../../sheet/typedCell.ts'
import { findColumn } from '../../formats/cells.ts'
import { observable } from '../desk/observable.ts'
import type { ReportDesk } from '../desk/reportDesk.ts'
import { marksOf } from './cellMarks.ts'
import { contentOf, lastYearText, refusalOf, type CellState } from './cellState.ts'
import { inputOf } from './ids.ts'
import { isSameRecord, KeyedStates } from './KeyedStates.ts'
import { placesOf, type Places } from './places.ts'

/** From the cell where a selection began to the one it reaches. Most often they are the same. */
export interface Selection {
  readonly anchor: CellRef
  readonly head: CellRef
}

interface Editing {
  readonly cell: CellRef
  readonly before: TypedCell
  readonly text: string
  /** `typed` over what was there: arrows lead away. `inside`: they move within the text. */
  readonly kind: 'typed' | 'inside'
  /** All strokes of one entry are one step. */
  readonly mergeKey: string
}

/** A copied block, and the cell that it is pasted into. */
export interface Pasting {
  readonly block: PrintedBlock
  readonly at: CellRef
}

/** The sheets on a page while a person is at them: where they are, and what every cell shows. */
export class SheetView {
  readonly places: Places
  readonly cells = new KeyedStates<CellState>((path) => this.#stateOf(path), isSameRecord)
  /** By id of a head: whether it speaks of the cell that the person is at. */
  readonly heads = new KeyedStates<boolean>((id) => this.#litHeads.includes(id))
  readonly selection = observable<Selection | undefined>(undefined)
  /** What was done last, counted: the same may be done again. */
  readonly message = observable({ text: '', count: 0 })
  /** What waits for a person to see where it would go. */
  readonly pasting = observable<Pasting | undefined>(undefined)
  /** Totals that wait for a person to choose from. */
  readonly offers = observable<readonly Offer[] | undefined>(undefined)
  /** Escape was pressed: the next Tab leaves the table. */
  isLeaving = false
  /** Characters are being composed by an input method. */
  isComposing = false
  #isReadOnly = true
  #showsLastYear = false
  #comments: ReadonlyMap<string, string> = new Map()
  #marks: ReturnType<typeof marksOf>
  #editing: Editing | undefined
  #entries = 0
  #selected: ReadonlySet<string> = new Set()
  #litHeads: readonly string[] = []
  readonly #tabStops = new Map<TableKey, string>()

  constructor(readonly desk: ReportDesk) {
    this.places = placesOf(desk.sheet.format)
    this.#marks = marksOf(desk.reconciliation.get())
    for (const [path, { cell }] of this.places.cells) {
      if (!this.#tabStops.has(cell.table)) this.#tabStops.set(cell.table, path)
    }
  }

  get sheet() {
    return this.desk.sheet
  }

  get isReadOnly(): boolean {
    return this.#isReadOnly
  }

  get editing(): Editing | undefined {
    return this.#editing
  }

  /** The cell that the person is at. */
  get active(): CellRef | undefined {
    return this.selection.get()?.anchor
  }

  /** Follows what it shows. @returns what ends it */
  start(): () => void {
    const { sheet, reconciliation, surroundings } = this.desk
    const remark = () => {
      this.#marks = marksOf(reconciliation.get())
      this.cells.refresh()
    }
    remark()
    const stops = [
      ...[...this.places.cells].map(([path, { cell }]) =>
        sheet.subscribeTo(cell, () => this.cells.refresh([path])),
      ),
      reconciliation.subscribe(remark),
      surroundings.subscribe(() => this.cells.refresh()),
    ]
    return () => stops.forEach((stop) => stop())
  }

  /** What does not change by typing. */
  set(shown: {
    isReadOnly: boolean
    showsLastYear: boolean
    comments: ReadonlyMap<string, string>
  }): void {
    this.#isReadOnly = shown.isReadOnly
    this.#showsLastYear = shown.showsLastYear
    this.#comments = shown.comments
    this.cells.refresh()
  }

  announce(text: string): void {
    this.message.set({ text, count: this.message.get().count + 1 })
  }

  /** @returns the selected cells, in the official order */
  selected(): CellRef[] {
    const selection = this.selection.get()
    return selection ? rangeBetween(this.sheet.format, selection.anchor, selection.head) : []
  }

  select(anchor: CellRef, head = anchor): void {
    const before = [...this.#selected, ...this.#tabStops.values()]
    const headsBefore = this.#litHeads
    this.selection.set({ anchor, head })
    const range = this.selected()
    this.#selected = new Set(range.length > 1 ? range.map(cellPath) : [])
    this.#litHeads = this.places.cells.get(cellPath(anchor))?.heads ?? []
    this.#tabStops.set(anchor.table, cellPath(anchor))
    this.cells.refresh(new Set([...before, ...this.#selected, cellPath(anchor)]))
    this.heads.refresh(new Set([...headsBefore, ...this.#litHeads]))
    if (range.length > 1) this.announce(`已选 ${range.length} 格`)
  }

  /** Goes to a cell: ends what is being typed, and takes the focus there. */
  moveTo(cell: CellRef): void {
    this.endEdit()
    this.select(cell)
    const input = inputOf(cell)
    if (!input) return
    // React would put a changed text in after this, and the selection would be lost with it.
    const { text } = this.cells.get(cellPath(cell))
    if (input.value !== text) input.value = text
    input.focus()
    input.select()
  }

  /** Selects from where the person is to the cell; in the same table only. */
  extendTo(cell: CellRef): void {
    const { anchor, head } = this.selection.get() ?? { anchor: cell, head: cell }
    if (anchor.table !== cell.table || cellPath(head) === cellPath(cell)) return
    this.endEdit()
    this.select(anchor, cell)
    inputOf(cell)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  /** Whether the cell is being edited. */
  isEditing(cell: CellRef): boolean {
    return this.#editing !== undefined && cellPath(this.#editing.cell) === cellPath(cell)
  }

  edit(cell: CellRef, kind: Editing['kind']): void {
    if (this.#isReadOnly) return
    if (!this.isEditing(cell)) this.endEdit()
    const before = this.sheet.valueOf(cell)
    const mergeKey = `entry ${(this.#entries += 1)}`
    const fresh = { cell, before, mergeKey, text: String(before ?? '') }
    this.#editing = { ...fresh, ...this.#editing, kind }
    this.cells.refresh([cellPath(cell)])
  }

  /** Takes every stroke over, so that it is checked, kept, and never lost. */
  type(cell: CellRef, text: string): void {
    if (!this.isEditing(cell)) this.edit(cell, 'typed')
    if (!this.#editing) return
    this.#editing = { ...this.#editing, text }
    if (!this.isComposing) this.#enter(typedCell(text))
    this.cells.refresh([cellPath(cell)])
  }

  endEdit(): void {
    if (!this.#editing) return
    const { cell } = this.#editing
    this.#editing = undefined
    this.isComposing = false
    this.cells.refresh([cellPath(cell)])
  }

  /** Puts back what the cell held before it was edited. */
  cancelEdit(): void {
    if (!this.#editing) return
    this.#enter(this.#editing.before)
    this.endEdit()
  }

  /** Makes an edit, says so, and shows where. */
  apply(edit: Edit, said: string): void {
    this.endEdit()
    this.sheet.apply(edit)
    this.announce(said)
  }

  undo(): void {
    this.endEdit()
    this.#retraced('撤销', this.sheet.undo())
  }

  redo(): void {
    this.endEdit()
    this.#retraced('重做', this.sheet.redo())
  }

  #enter(value: TypedCell): void {
    if (!this.#editing) return
    const { cell, mergeKey } = this.#editing
    this.sheet.apply({ label: '填写', mergeKey, changes: [{ cell, value }] })
  }

  #retraced(verb: string, edit: Edit | undefined): void {
    const [first] = edit?.changes ?? []
    if (!edit || !first) {
      this.announce(`没有可以${verb}的操作`)
      return
    }
    this.moveTo(first.cell)
    this.announce(`已${verb}“${edit.label}”，共 ${edit.changes.length} 格`)
  }

  #stateOf(path: string): CellState {
    const place = this.places.cells.get(path)
    if (!place) throw new RangeError(`The form has no ${path}`)
    const { cell, column } = place
    const value = this.sheet.valueOf(cell)
    const editing = this.isEditing(cell) ? this.#editing : undefined
    // Half an entry is not wrong yet.
    const refusal = editing ? undefined : refusalOf(column, value)
    const mark = this.#marks.get(path)
    const comment = this.#comments.get(path)
    const lastYear = this.#lastYearOf(cell)
    const active = this.active
    return {
      text: editing?.text ?? String(value ?? ''),
      content: contentOf(value, refusal),
      isChanged: this.sheet.isChanged(cell),
      isReadOnly: this.#isReadOnly,
      isEditing: editing !== undefined,
      isActive: active !== undefined && cellPath(active) === path,
      isTabStop: this.#tabStops.get(cell.table) === path,
      isSelected: this.#selected.has(path),
      mark: mark?.kind,
      badge: mark?.badge,
      isCommented: comment !== undefined,
      lastYear: lastYear === undefined ? undefined : lastYearText(lastYear),
      note: [
        ...(refusal === undefined ? [] : [refusal]),
        ...(comment === undefined ? [] : [`退回意见：${comment}`]),
        ...(mark?.messages ?? []),
      ].join('\n'),
    }
  }

  /** @returns `undefined` unless it is to be shown, and last year's form has such a cell */
  #lastYearOf(cell: CellRef): CellValue | undefined {
    const { lastYear } = this.desk.surroundings.get()
    if (!this.#showsLastYear || !lastYear) return undefined
    return findColumn(lastYear.format, cell) && valueIn(lastYear.tables, cell)
  }
}
