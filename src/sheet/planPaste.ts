import { findColumn, rowsOf } from '../formats/cells.ts'
import { cellLabel } from '../formats/labels.ts'
import { refuseValue } from '../formats/officialValue.ts'
import type { CellRef, Column, Format, TableKey } from '../formats/types.ts'
import { tidy } from '../importing/plainText.ts'
import { readPrinted } from '../importing/readCell.ts'
import { placeByLabels } from './placeByLabels.ts'
import { placeByPosition } from './placeByPosition.ts'
import { placeSideBySide } from './placeSideBySide.ts'
import { isBlank } from './placing.ts'
import type { Ignored, Placed, PrintedRows, Placing } from './placing.ts'
import type { PrintedBlock } from './readClipboard.ts'
import type { Edit, Sheet, WrongEntry } from './Sheet.ts'
import { splitByTable } from './splitByTable.ts'
import { typedCell } from './typedCell.ts'
import type { TypedCell } from './typedCell.ts'

export interface PasteOptions {
  /** What a blank pasted cell does to the one it goes to; clears it when not given. */
  readonly blanks?: 'clear' | 'keep'
  /** A single pasted cell fills all of these. */
  readonly selection?: readonly CellRef[]
}

export interface Placement {
  readonly cell: CellRef
  readonly printed: string
  readonly value: TypedCell
  readonly before: TypedCell
  readonly changes: boolean
}

/** What a paste will do, to be shown before it is done. */
export interface PastePlan {
  readonly by: 'labels' | 'position'
  readonly placements: readonly Placement[]
  readonly ignored: readonly Ignored[]
  /** What will be shown as wrong, for it is no value of its cell. */
  readonly wrong: readonly WrongEntry[]
  /** The filled cells for which there is a blank in the block: whether to clear them is a choice. */
  readonly blanksOverFilled: readonly CellRef[]
  /** Chinese, one line. */
  readonly summary: string
}

/**
 * Says what goes where when a block is pasted: by the labels and heads in it, wherever it is pasted,
 * else from a cell to the right and down. Changes nothing.
 * @param at the cell that is pasted into
 */
export function planPaste(
  sheet: Pick<Sheet, 'format' | 'valueOf'>,
  block: PrintedBlock,
  at: CellRef,
  { blanks = 'clear', selection = [] }: PasteOptions = {},
): PastePlan {
  const placings = filling(sheet.format, block, selection) ?? placingsOf(sheet.format, block, at)
  const readings = placings
    .flatMap(({ placed }) => placed)
    .map((placed) => readPlaced(sheet, placed, blanks))
  const plan = {
    by: placings.some(({ by }) => by === 'labels') ? ('labels' as const) : ('position' as const),
    placements: readings.map(({ placement }) => placement),
    ignored: [
      ...placings.flatMap(({ ignored }) => ignored),
      ...readings.flatMap(({ ignored }) => ignored),
    ],
    wrong: readings.flatMap(({ wrong }) => wrong),
    blanksOverFilled: readings.flatMap(({ placement }) =>
      isBlank(placement.printed) && placement.before !== null ? [placement.cell] : [],
    ),
  }
  return { ...plan, summary: summaryOf(plan) }
}

/** @returns the edit that a plan describes. */
export const editOf = ({ placements }: PastePlan): Edit => ({
  label: '粘贴',
  changes: placements.filter(({ changes }) => changes).map(({ cell, value }) => ({ cell, value })),
})

/** A single copied cell fills a selection, as in any spreadsheet. */
function filling(
  format: Format,
  block: PrintedBlock,
  selection: readonly CellRef[],
): Placing[] | undefined {
  const [printed, ...others] = block.flat()
  if (printed === undefined || others.length > 0 || selection.length < 2) return undefined
  const placed = selection.flatMap((cell) => {
    const column = findColumn(format, cell)
    return column ? [{ cell, column, printed }] : []
  })
  return [{ by: 'position', placed, ignored: [] }]
}

const placingsOf = (format: Format, block: PrintedBlock, at: CellRef): Placing[] =>
  splitByTable(block, at.table).map(({ key, rows }) => placeIn(format, key, rows, at))

function placeIn(format: Format, key: TableKey, rows: PrintedRows, at: CellRef): Placing {
  const table = format.tables[key]
  const lines = rowsOf(format).filter((line) => line.table === key)
  const [first] = lines
  const start = {
    table: key,
    row: first?.row.key ?? '',
    column: first?.columns[0]?.key ?? '',
  }
  const place = table.layout === 'sideBySide' ? placeSideBySide : placeByPosition
  return placeByLabels(table, lines, rows) ?? place(lines, rows, key === at.table ? at : start)
}

interface PlacedReading {
  readonly placement: Placement
  readonly ignored: readonly Ignored[]
  readonly wrong: readonly WrongEntry[]
}

function readPlaced(
  sheet: Pick<Sheet, 'format' | 'valueOf'>,
  { cell, column, printed, unit }: Placed,
  blanks: 'clear' | 'keep',
): PlacedReading {
  const { value: read, note, problem } = readPrinted(column, printed, unit)
  const before = sheet.valueOf(cell)
  const kept = blanks === 'keep' && isBlank(printed) ? before : read
  const value = problem ? asTyped(column, printed, unit) : kept
  const label = cellLabel(sheet.format, cell)
  const refusal = typeof value === 'number' ? refuseValue(column, value) : undefined
  const message = `${label}${refusal ?? `的值“${String(value)}”${problem ?? ''}`}`
  return {
    placement: { cell, printed, value, before, changes: value !== before },
    ignored: note ? [{ text: note, reason: `${label}：数字后的说明不填入` }] : [],
    wrong: problem ? [{ cell, text: String(value), message }] : [],
  }
}

/** What was refused stays as it was typed. A number in another unit must not pass as one in ours. */
function asTyped(column: Column, printed: string, unit: string | undefined): TypedCell {
  const typed = typedCell(tidy(printed))
  const passes = typeof typed === 'number' && refuseValue(column, typed) === undefined
  if (!passes) return typed
  return unit === undefined || unit === column.unit ? tidy(printed) : `${tidy(printed)}${unit}`
}

function summaryOf(plan: Omit<PastePlan, 'summary'>): string {
  const { placements, wrong, ignored, blanksOverFilled } = plan
  const changed = placements.filter(({ changes }) => changes).length
  const parts = [
    `${plan.by === 'labels' ? '按行名和表头' : '按位置'}对应 ${placements.length} 格，改动 ${changed} 格`,
    ...(wrong.length > 0 ? [`${wrong.length} 格不是有效数值，将标为错误`] : []),
    ...(blanksOverFilled.length > 0 ? [`${blanksOverFilled.length} 处空白对应已填写的单元格`] : []),
    ...(ignored.length > 0 ? [`${ignored.length} 处内容不填入`] : []),
  ]
  return placements.length > 0 ? parts.join('；') : '没有可以填入的内容'
}
