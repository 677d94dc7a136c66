import { blankTables } from '../../src/formats/cells.ts'
import type { CellRef, Cells, CellValue, Format, TablesData } from '../../src/formats/types.ts'

const applicants = [
  'naturalPerson',
  'business',
  'researchInstitute',
  'publicWelfare',
  'legalService',
  'otherOrganization',
]
const outcomes = ['upheld', 'corrected', 'otherOutcome', 'pending']

/**
 * Builds a report that adds up. Works from the words of the notices, not from the rules in the
 * code, so that tests can hold one against the other.
 * @param leaf gives the value of every cell that is not a sum, 0 or more
 */
export function balancedTables(format: Format, leaf: (cell: CellRef) => number): TablesData {
  const tables = blankTables(format)
  for (const [row, cells] of Object.entries(tables.disclosure)) {
    for (const column of Object.keys(cells)) {
      cells[column] = leaf({ table: 'disclosure', row, column })
    }
  }
  for (const [row, cells] of Object.entries(tables.disputes)) {
    for (const column of outcomes) cells[column] = leaf({ table: 'disputes', row, column })
    cells.total = sum(outcomes.map((column) => cells[column]))
  }
  const rows = tables.applications
  for (const column of applicants) fillColumn(rows, column, leaf)
  for (const cells of Object.values(rows)) {
    cells.total = sum(applicants.map((column) => cells[column]))
  }
  return tables
}

function fillColumn(
  rows: Record<string, Cells>,
  column: string,
  leaf: (cell: CellRef) => number,
): void {
  const set = (row: string, value: number) => {
    const cells = rows[row]
    if (cells) cells[column] = value
  }
  const results = Object.keys(rows).filter(
    (row) => !['received', 'carriedIn', 'handledTotal', 'carriedOut'].includes(row),
  )
  const drawn = (row: string) => leaf({ table: 'applications', row, column })
  for (const row of results) set(row, drawn(row))
  const handled = sum(results.map((row) => rows[row]?.[column]))
  const carriedOut = drawn('carriedOut')
  const carriedIn = Math.min(drawn('carriedIn'), handled + carriedOut)
  set('handledTotal', handled)
  set('carriedOut', carriedOut)
  set('carriedIn', carriedIn)
  set('received', handled + carriedOut - carriedIn)
}

const sum = (values: readonly (CellValue | undefined)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0)

/** @returns a copy of the tables with one cell changed. */
export function withCell(tables: TablesData, cell: CellRef, value: CellValue): TablesData {
  const rows = tables[cell.table]
  return {
    ...tables,
    [cell.table]: { ...rows, [cell.row]: { ...rows[cell.row], [cell.column]: value } },
  }
}

/** @returns a copy with the cells changed that are named as `applications.received.total`. */
export const withCells = (tables: TablesData, changes: Record<string, CellValue>): TablesData =>
  Object.entries(changes).reduce(
    (changed, [path, value]) => withCell(changed, cellAt(path), value),
    tables,
  )

export function cellAt(path: string): CellRef {
  const [table, row = '', column = ''] = path.split('.')
  return { table: table as CellRef['table'], row, column }
}

/** Different numbers for every cell and every seed, none of them zero. */
export const variedLeaf = (seed: number): ((cell: CellRef) => number) => {
  let state = seed + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return 1 + (state % 97)
  }
}
