import type { Table } from '../formats/types.ts'
import { lettersOf } from './plainText.ts'
import { isHead, readInto, valuesOf } from './readLabelledRows.ts'
import type { TableSink } from './readLabelledRows.ts'
import { looksLikeValue } from './readCell.ts'
import { isHeadText, unreadRow } from './recogniseTables.ts'
import type { PrintedRow } from './recogniseTables.ts'
import type { Unread } from './types.ts'

/**
 * Reads 复议诉讼表: one row of fifteen figures; also a table each for 行政复议 and 行政诉讼, and three
 * rows with labels.
 */
export function readDisputes(table: Table, rows: readonly PrintedRow[], sink: TableSink): void {
  const [group] = table.groups
  if (!group) return
  const filled = new Set<string>()
  let heads = ''
  for (const row of rows) {
    if (row.cells.every((cell) => cell.trim() === '')) continue
    if (isHead('disputes', row)) {
      heads += row.cells.map(lettersOf).join(' ')
      sink.unread(unknownHeads(row))
      continue
    }
    const found = placeValues(table, row.cells, heads)
    heads = ''
    if (!found || found.rows.some((key) => filled.has(key))) {
      sink.unread(unreadRow(row, found ? '重复的行，未填入' : '无法确定各数字所属的列，未填入'))
      continue
    }
    found.rows.forEach((key, i) => {
      filled.add(key)
      const label = group.rows.find((candidate) => candidate.key === key)?.labels.at(-1) ?? key
      group.columns.forEach((column, j) => {
        const place = `“${label}”“${column.label}”列`
        const printed = found.values[i * group.columns.length + j] ?? ''
        readInto(sink, { row: key, column, place, line: row.line }, printed)
      })
    })
  }
}

const unknownHeads = ({ cells, line }: PrintedRow): Unread[] =>
  cells
    .filter((text) => text.trim() !== '' && !isHeadText('disputes', text))
    .map((text) => ({ line, text, reason: '表头中的文字，未导入' }))

interface PlacedValues {
  /** The rows of the form that the values belong to, one after the other. */
  readonly rows: readonly string[]
  readonly values: readonly string[]
}

function placeValues(
  table: Table,
  cells: readonly string[],
  heads: string,
): PlacedValues | undefined {
  const [group] = table.groups
  if (!group) return undefined
  const all = group.rows.map(({ key }) => key)
  const width = group.columns.length
  const labelAt = cells.map((cell) => cell.trim() !== '' && !looksLikeValue(cell)).lastIndexOf(true)
  const label = lettersOf(cells[labelAt] ?? '')
  const labelled = group.rows.find(({ labels }) => lettersOf(labels.at(-1) ?? '') === label)
  if (labelAt >= 0 && labelled) {
    const values = valuesOf(cells.slice(labelAt + 1), width)
    return values && { rows: [labelled.key], values }
  }
  const litigation = group.rows.filter(({ labels }) => labels.length > 1).map(({ key }) => key)
  const review = all.filter((key) => !litigation.includes(key))
  if (cells.length >= all.length * width) {
    const values = valuesOf(cells, all.length * width)
    return values && { rows: all, values }
  }
  if (cells.length === width && !heads.includes('诉讼') && heads.includes('复议')) {
    return { rows: review, values: cells }
  }
  if (cells.length === litigation.length * width && heads.includes('诉讼')) {
    return { rows: litigation, values: cells }
  }
  return undefined
}
