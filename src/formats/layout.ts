import type { CellRef, Group, Row, Table, TableKey } from './types.ts'

/**
 * The official layout of a table, with its merged heads, computed from the data of the form. The
 * admin, the official document and the WeChat article all draw from this one grid.
 */

export interface LayoutCell {
  readonly text: string
  readonly colSpan: number
  readonly rowSpan: number
  /** What the cell is: a head of columns, of rows, over a group, or a place for a value. */
  readonly kind: 'columnHead' | 'rowHead' | 'groupHead' | 'value'
  /** The cell of the report that belongs here; only with kind `value`. */
  readonly cell?: CellRef
}

export interface TableLayout {
  readonly columns: number
  readonly rows: readonly (readonly LayoutCell[])[]
}

const headCell = (
  kind: LayoutCell['kind'],
  text: string,
  colSpan = 1,
  rowSpan = 1,
): LayoutCell => ({ text, colSpan, rowSpan, kind })

const valueCell = (table: TableKey, row: string, column: string, colSpan = 1): LayoutCell => ({
  text: '',
  colSpan,
  rowSpan: 1,
  kind: 'value',
  cell: { table, row, column },
})

/** @returns the rows of the printed table from top to bottom, heads included. */
export function layoutOf(key: TableKey, table: Table): TableLayout {
  if (table.layout === 'stacked') return stacked(key, table)
  const [group] = table.groups
  if (!group) return { columns: 0, rows: [] }
  return table.layout === 'matrix' ? matrix(key, table, group) : sideBySide(key, group)
}

function stacked(key: TableKey, table: Table): TableLayout {
  const width = 1 + Math.max(...table.groups.map((group) => group.columns.length))
  const rows = table.groups.flatMap((group) => {
    const spans = spread(width - 1, group.columns.length)
    return [
      [headCell('groupHead', group.heading ?? '', width)],
      [
        headCell('columnHead', table.rowHeading ?? ''),
        ...group.columns.map((column, i) => headCell('columnHead', column.label, spans[i])),
      ],
      ...group.rows.map((row) => [
        headCell('rowHead', row.labels.at(-1) ?? ''),
        ...group.columns.map((column, i) => valueCell(key, row.key, column.key, spans[i])),
      ]),
    ]
  })
  return { columns: width, rows }
}

/** Gives `places` columns to `count` cells as the form does: what is over goes to the last. */
const spread = (places: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => (i === count - 1 ? places - count + 1 : 1))

function matrix(key: TableKey, table: Table, group: Group): TableLayout {
  const depth = Math.max(...group.rows.map((row) => row.labels.length))
  const heads = columnHeads(group)
  const body = group.rows.map((row, index) => [
    ...rowHeads(group.rows, index, depth),
    ...group.columns.map((column) => valueCell(key, row.key, column.key)),
  ])
  return {
    columns: depth + group.columns.length,
    rows: [
      [
        headCell('columnHead', table.note ?? '', depth, 1 + heads.length),
        headCell('columnHead', table.columnHeading ?? '', group.columns.length),
      ],
      ...heads,
      ...body,
    ],
  }
}

function columnHeads(group: Group): LayoutCell[][] {
  const upper: LayoutCell[] = []
  const lower: LayoutCell[] = []
  group.columns.forEach((column, i) => {
    if (!column.group) {
      upper.push(headCell('columnHead', column.label, 1, 2))
      return
    }
    if (group.columns[i - 1]?.group !== column.group) {
      const members = group.columns.filter(({ group: name }) => name === column.group)
      upper.push(headCell('columnHead', column.group, members.length))
    }
    lower.push(headCell('columnHead', column.label))
  })
  return [upper, lower]
}

/** The labels that begin in this row; a label shared with the row above has been merged there. */
function rowHeads(rows: readonly Row[], index: number, depth: number): LayoutCell[] {
  const labels = rows[index]?.labels ?? []
  const sharesWithAbove = (level: number) => samePrefix(rows[index - 1]?.labels, labels, level)
  return labels.flatMap((text, level) => {
    const last = level === labels.length - 1
    if (!last && sharesWithAbove(level)) return []
    let span = 1
    while (!last && samePrefix(rows[index + span]?.labels, labels, level)) span += 1
    return [headCell('rowHead', text, last ? depth - level : 1, span)]
  })
}

const samePrefix = (
  other: readonly string[] | undefined,
  labels: readonly string[],
  level: number,
): boolean =>
  other !== undefined &&
  other.length > level + 1 &&
  labels.slice(0, level + 1).every((label, i) => other[i] === label)

function sideBySide(key: TableKey, group: Group): TableLayout {
  const width = group.columns.length
  const first: LayoutCell[] = []
  const second: LayoutCell[] = []
  const third: LayoutCell[] = []
  group.rows.forEach((row, index) => {
    const [outer = '', inner] = row.labels
    if (inner === undefined) {
      first.push(headCell('columnHead', outer, width))
      second.push(...group.columns.map(({ label }) => headCell('columnHead', label, 1, 2)))
      return
    }
    if (group.rows[index - 1]?.labels[0] !== outer) {
      const members = group.rows.filter(({ labels }) => labels[0] === outer)
      first.push(headCell('columnHead', outer, width * members.length))
    }
    second.push(headCell('columnHead', inner, width))
    third.push(...group.columns.map(({ label }) => headCell('columnHead', label)))
  })
  const body = group.rows.flatMap((row) =>
    group.columns.map((column) => valueCell(key, row.key, column.key)),
  )
  return { columns: body.length, rows: [first, second, third, body] }
}
