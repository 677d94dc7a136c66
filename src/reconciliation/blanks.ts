import { tableKeys } from '../formats/index.ts'
import type { CellRef, Format, TableKey } from '../formats/types.ts'
import { keyOf } from './findings.ts'
import { identitiesOf } from './identities.ts'
import type { Reading } from './reading.ts'
import type { Finding } from './types.ts'
import { cellList } from './wording.ts'

/**
 * Blanks that no identity would tell of, because none needs the cell: a report with an untouched
 * table is not complete, even if nothing has to add up there.
 * @returns one finding a table
 */
export function findBlanks(format: Format, { thisYear }: Reading): Finding[] {
  const { cells, unbound } = identitiesOf(format)
  const blanks = unbound.flatMap((index) => {
    const cell = cells[index]
    return cell && thisYear[index] === null ? [cell] : []
  })
  return tableKeys.flatMap((table) => {
    const here = blanks.filter((cell) => cell.table === table)
    return here.length > 0 ? [blankFinding(format, table, here)] : []
  })
}

const blankFinding = (format: Format, table: TableKey, cells: CellRef[]): Finding => ({
  rule: 'cells.blank',
  severity: 'error',
  status: 'incomplete',
  table,
  cells,
  expected: null,
  actual: null,
  message: `${format.tables[table].label}有 ${cells.length} 格未填写：${cellList(format, cells)}`,
  key: keyOf('cells.blank', table, ...cells.map(({ row, column }) => `${row}.${column}`)),
})
