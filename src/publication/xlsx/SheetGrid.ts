import { cellRef, rangeRef } from 'hucre/xlsx'
import type {
  Cell,
  CellStyle,
  ColumnDef,
  ConditionalRule,
  MergeRange,
  WriteSheet,
} from 'hucre/xlsx'
import { differing, waiting } from './styles.ts'

/** A place in a sheet, from 0. */
export interface Place {
  readonly row: number
  readonly column: number
}

interface Span {
  rows?: number
  columns?: number
}

type Content = Pick<Partial<Cell>, 'value' | 'formula' | 'formulaResult'>

/** The cells of a sheet as they are put into it, and which of them are merged. */
export class SheetGrid {
  readonly #cells = new Map<string, Partial<Cell>>()
  readonly #merges: MergeRange[] = []
  /** How wide the texts of each row are, and over which columns they may spread. */
  readonly #texts: { row: number; column: number; columns: number; width: number }[] = []

  /** Every place that is covered has the style: the border of a merged cell is drawn by its parts. */
  put(
    { row, column }: Place,
    content: Content,
    style: CellStyle,
    { rows = 1, columns = 1 }: Span = {},
  ): void {
    for (let down = 0; down < rows; down += 1) {
      for (let right = 0; right < columns; right += 1) {
        this.#cells.set(`${row + down},${column + right}`, { value: null, style })
      }
    }
    this.#cells.set(`${row},${column}`, { value: null, ...content, style })
    const width = widthOf(content.value ?? content.formulaResult)
    if (rows === 1) this.#texts.push({ row, column, columns, width })
    if (rows * columns === 1) return
    const [endRow, endCol] = [row + rows - 1, column + columns - 1]
    this.#merges.push({ startRow: row, startCol: column, endRow, endCol })
  }

  /** @returns what was put, with every row as high as its texts need: not all viewers see to that */
  sheet(columns: ColumnDef[]): Pick<WriteSheet, 'cells' | 'merges' | 'columns' | 'rowDefs'> {
    const lines = new Map<number, number>()
    for (const text of this.#texts) {
      const places = columns.slice(text.column, text.column + text.columns)
      const room = places.reduce((sum, { width = 0 }) => sum + width, 0) - 1
      lines.set(text.row, Math.max(lines.get(text.row) ?? 1, Math.ceil(text.width / room)))
    }
    const rowDefs = new Map([...lines].map(([row, count]) => [row, { height: 4 + 15 * count }]))
    return { columns, cells: this.#cells, merges: this.#merges, rowDefs }
  }
}

/** In the width of a digit; a Chinese character takes two. */
function widthOf(value: Partial<Cell>['value']): number {
  if (typeof value !== 'string') return 0
  return [...value].reduce((sum, letter) => sum + (letter > '\u2000' ? 2 : 1.1), 0)
}

/** Colours a verdict that is no good news, also after a figure was changed. */
export const markVerdicts = (places: readonly Place[]): ConditionalRule[] =>
  places.flatMap(({ row, column }): ConditionalRule[] => {
    const cell = cellRef(row, column)
    const range = rangeRef(row, column, row, column)
    return [
      { type: 'expression', priority: 1, formula: `ISNUMBER(${cell})`, style: differing, range },
      { type: 'expression', priority: 2, formula: `LEFT(${cell},1)="未"`, style: waiting, range },
    ]
  })
