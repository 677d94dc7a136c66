import { findColumn, rowsOf } from '../../formats/cells.ts'
import type { CellRef, CellValue, Format, TableKey, TablesData } from '../../formats/types.ts'
import { subjects } from './subjects.ts'

/** One way to find a subject in the tables: the sum of these cells. */
export interface CellReading {
  readonly terms: readonly { readonly cell: CellRef; readonly sign: 1 | -1 }[]
}

const readingsByFormat = new WeakMap<Format, Map<string, readonly CellReading[]>>()

/** @returns the readings of a subject that the form has cells for; none for a subject without. */
export function readingsOf(format: Format, subject: string): readonly CellReading[] {
  let readings = readingsByFormat.get(format)
  if (!readings) {
    readings = new Map(
      Object.entries(subjects).map(([key, { readings: paths }]) => [
        key,
        paths.flatMap((reading) => readingOf(format, reading) ?? []),
      ]),
    )
    readingsByFormat.set(format, readings)
  }
  return readings.get(subject) ?? []
}

function readingOf(format: Format, paths: readonly string[]): CellReading | undefined {
  const terms = paths.map((path) => {
    const [table, row = '', column = ''] = path.replace('-', '').split('.')
    const rows = row.endsWith('*')
      ? rowsOf(format).filter(
          (one) => one.table === table && one.row.key.startsWith(row.slice(0, -1)),
        )
      : rowsOf(format).filter((one) => one.table === table && one.row.key === row)
    return rows
      .map((one) => ({ table: table as TableKey, row: one.row.key, column }))
      .filter((cell) => findColumn(format, cell))
      .map((cell) => ({ cell, sign: path.startsWith('-') ? (-1 as const) : (1 as const) }))
  })
  return terms.some((cells) => cells.length === 0) ? undefined : { terms: terms.flat() }
}

/** @returns the value of a reading, or `null` when one of its cells is blank. */
export function sumOf({ terms }: CellReading, tables: TablesData): CellValue {
  let sum = 0
  for (const { cell, sign } of terms) {
    const value = tables[cell.table][cell.row]?.[cell.column]
    if (typeof value !== 'number' || !Number.isFinite(value)) return null
    sum += sign * value
  }
  return sum
}
