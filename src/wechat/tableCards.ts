import { formatOf } from '../formats/index.ts'
import type { CellValue, Column, Row, TableKey } from '../formats/types.ts'
import { escapeHtml } from '../publication/escapeHtml.ts'
import { cellsOf } from '../publication/publishedCells.ts'
import type { CellReader } from '../publication/publishedCells.ts'
import type { ReportContent } from '../publication/types.ts'
import { cardAttributes, centredLine, plainParagraph } from './markup.ts'

/** A row of the form that has more to say than zero. */
interface Card {
  /** The merged labels before the row's own: 三、本年度办理结果·（三）不予公开. */
  group: string
  label: string
  /** The total first, then what is not zero, in the order of the form. */
  cells: { column: Column; value: CellValue }[]
}

/**
 * The table for a phone of 375 px: two columns, a row for each row of the form that is not all zero.
 * What is zero is said to be, what is blank is named as blank; a table of nothing but zeros is one
 * sentence.
 */
export function tableCards(content: ReportContent, key: TableKey): string {
  const { label } = formatOf(content.format).tables[key]
  const rows = rowsOf(content, key)
  const values = rows.flatMap(({ cells }) => cells.map(({ value }) => value))
  if (values.every((value) => value === null)) return plainParagraph(`本年度${label}未填报。`)
  const cards = rows.map(shortened).filter(({ cells }) => cells.length > 0)
  if (cards.length === 0) return plainParagraph(`本年度${label}各项数据均为 0。`)
  const rest = values.includes(0) ? plainParagraph(`${label}其余各项均为 0。`) : ''
  return `${centredLine(label)}<table ${cardAttributes}><tbody>${drawn(cards)}</tbody></table>${rest}`
}

/** All rows of the table, each with all its cells. */
function rowsOf(content: ReportContent, key: TableKey): Card[] {
  const read = cellsOf(content)
  return formatOf(content.format).tables[key].groups.flatMap(({ heading, rows, columns }) =>
    rows.map((row) => ({
      group: [heading ?? [], row.labels.slice(0, -1)].flat().join('·'),
      label: row.labels.at(-1) ?? '',
      cells: cellsIn(read, key, row, columns),
    })),
  )
}

const cellsIn = (read: CellReader, table: TableKey, row: Row, columns: readonly Column[]) =>
  columns.map((column) => ({ column, value: read({ table, row: row.key, column: column.key }) }))

/** Leaves out zeros, but never the total of a row that is told. */
function shortened(card: Card): Card {
  const told = card.cells.filter(({ value }) => value !== 0)
  if (told.length === 0) return { ...card, cells: [] }
  const total = card.cells.filter(({ column }) => isTotal(column))
  return { ...card, cells: [...total, ...told.filter(({ column }) => !isTotal(column))] }
}

const isTotal = ({ key }: Column): boolean => key === 'total'

/** The rows of a group under its name. */
const drawn = (cards: readonly Card[]): string =>
  cards
    .map(({ group, label, cells }, i) => {
      const begins = group !== '' && group !== cards[i - 1]?.group
      const head = begins ? `<tr><th colspan="2">${escapeHtml(group)}</th></tr>` : ''
      const words = cells.map(phrase).join('，')
      return `${head}<tr><td>${escapeHtml(label)}</td><td>${escapeHtml(words)}</td></tr>`
    })
    .join('')

function phrase({ column, value }: Card['cells'][number]): string {
  const { label, unit } = column
  if (value === null) return `${label} 未填报`
  return `${label} ${value}${unit && !label.includes(unit) ? ` ${unit}` : ''}`
}
