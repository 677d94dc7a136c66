import { layoutOf } from '../../../src/formats/layout.ts'
import type { LayoutCell } from '../../../src/formats/layout.ts'
import type { CellRef, Format, TableKey } from '../../../src/formats/types.ts'

/** Prints the tables of a form as files have them, for the readers to read back. */

export type Print = (cell: CellRef) => string

const textOf = (cell: LayoutCell, print: Print): string =>
  cell.cell ? print(cell.cell) : cell.text

/** @returns an HTML table with the merged cells of the form. */
export function htmlTable(format: Format, key: TableKey, print: Print): string {
  const rows = layoutOf(key, format.tables[key]).rows.map((cells) => {
    const printed = cells.map(
      (cell) =>
        `<td colspan="${cell.colSpan}" rowspan="${cell.rowSpan}"><p>${textOf(cell, print)}</p></td>`,
    )
    return `<tr>${printed.join('')}</tr>`
  })
  return `<table border="1"><tbody>\n${rows.join('\n')}\n</tbody></table>`
}

/** @returns the table as it comes out of Word: a cell a line, a blank line after each row. */
export function wordTable(format: Format, key: TableKey, print: Print): string {
  const { columns, rows } = layoutOf(key, format.tables[key])
  const covered = new Array<{ rows: number; width: number }>(columns).fill({ rows: 0, width: 1 })
  const printed = rows.map((cells) => {
    const waiting = [...cells]
    const texts: string[] = []
    let column = 0
    while (column < columns) {
      const above = covered[column]
      if (above && above.rows > 0) {
        covered[column] = { ...above, rows: above.rows - 1 }
        texts.push('')
        column += above.width
        continue
      }
      const cell = waiting.shift()
      if (!cell) break
      covered[column] = { rows: cell.rowSpan - 1, width: cell.colSpan }
      texts.push(textOf(cell, print))
      column += cell.colSpan
    }
    return texts.map((text) => `\t${text}\n`).join('')
  })
  return printed.join('\n')
}
