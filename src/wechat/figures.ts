import type { CellValue, TableKey } from '../formats/types.ts'
import { cellsOf } from '../publication/publishedCells.ts'
import type { ReportContent } from '../publication/types.ts'

/** The year in numbers, each `null` when it is not filled in. */
export interface YearFigures {
  /** Items disclosed of the organ's own accord (条). */
  disclosed: CellValue
  /** Requests (件), over all kinds of applicant. */
  received: CellValue
  carriedIn: CellValue
  handled: CellValue
  carriedOut: CellValue
  /** Cases (件). */
  reconsideration: CellValue
  litigation: CellValue
}

export function figuresOf(content: ReportContent): YearFigures {
  const read = cellsOf(content)
  const total = (table: TableKey, row: string) => read({ table, row, column: 'total' })
  return {
    disclosed: content.disclosureFigures.total,
    received: total('applications', 'received'),
    carriedIn: total('applications', 'carriedIn'),
    handled: total('applications', 'handledTotal'),
    carriedOut: total('applications', 'carriedOut'),
    reconsideration: total('disputes', 'reconsideration'),
    litigation: sum(
      total('disputes', 'litigationDirect'),
      total('disputes', 'litigationAfterReconsideration'),
    ),
  }
}

/** @returns the words for a number, for zero and for a blank: the three are never confused. */
export function told(
  value: CellValue,
  some: (value: number) => string,
  none = '',
  blank = '',
): string {
  if (value === null) return blank
  return value === 0 ? none : some(value)
}

const sum = (a: CellValue, b: CellValue): CellValue => (a === null || b === null ? null : a + b)
