import { stringify } from 'csv-stringify/sync'
import { formatOf } from '../formats/index.ts'
import type { CellValue, Column, Group, Table, TableKey } from '../formats/types.ts'
import { cellsOf, rowValues } from './publishedCells.ts'
import type { CellReader } from './publishedCells.ts'
import type { ReportContent } from './types.ts'

type Line = readonly CellValue[] | readonly (string | CellValue)[]

/**
 * A table for Excel: UTF-8 with a byte order mark, lines ended by CRLF (RFC 4180), heads in
 * Chinese. A blank cell is an empty field, zero is `0`. Text that a spreadsheet would run as a
 * formula is given a leading apostrophe; negative numbers stay numbers.
 *
 * The table of 主动公开 has another head for every group, so it comes in the long form, one value a
 * line; the other two keep the shape of the form.
 */
export function tableCsv(content: ReportContent, key: TableKey): string {
  const table = formatOf(content.format).tables[key]
  const read = cellsOf(content)
  const lines = table.layout === 'stacked' ? longForm(key, table, read) : wideForm(key, table, read)
  return stringify([...lines], { bom: true, record_delimiter: 'windows', escape_formulas: true })
}

function longForm(key: TableKey, table: Table, read: CellReader): Line[] {
  const lines = table.groups.flatMap((group) =>
    group.rows.flatMap((row) =>
      group.columns.map((column) => [
        group.heading ?? '',
        row.labels.join(''),
        column.label,
        read({ table: key, row: row.key, column: column.key }),
        column.unit ?? '',
      ]),
    ),
  )
  return [['分组', table.rowHeading ?? '项目', '指标', '数值', '单位'], ...lines]
}

function wideForm(key: TableKey, table: Table, read: CellReader): Line[] {
  const [group] = table.groups
  if (!group) return []
  const depth = Math.max(...group.rows.map(({ labels }) => labels.length))
  const lines = group.rows.map((row) => [
    ...Array.from({ length: depth }, (_, level) => row.labels[level] ?? ''),
    ...rowValues(read, key, row.key, group.columns),
  ])
  return [[...labelHeads(depth), ...columnHeads(group)], ...lines]
}

const levelNames = ['项目', '分项', '细项']

const labelHeads = (depth: number): string[] =>
  Array.from({ length: depth }, (_, level) => levelNames[level] ?? `第${level + 1}级`)

/** A merged head goes before its members, for 其他 alone would say nothing. */
const columnHeads = (group: Group): string[] =>
  group.columns.map((column: Column) =>
    column.group ? `${column.group}·${column.label}` : column.label,
  )
