import { describe, expect, it } from '@jest/globals'
import { cellRefsOf } from '../../../src/formats/cells.ts'
import { formatOf, formats, tableKeys } from '../../../src/formats/index.ts'
import type { CellRef } from '../../../src/formats/types.ts'
import { neighbour, rangeBetween } from '../../../src/sheet/neighbour.ts'
import type { Direction } from '../../../src/sheet/neighbour.ts'
import { cellAt } from '../../support/balancedTables.ts'

const nameOf = ({ table, row, column }: CellRef) => `${table}.${row}.${column}`

const inTable3 = (row: string, column: string) => `applications.${row}.${column}`
const inTable2 = (row: string, column: string) => `disclosure.${row}.${column}`
const inTable4 = (row: string, column: string) => `disputes.${row}.${column}`

describe('where a key leads to', () => {
  it.each<[string, Direction, string | undefined]>([
    [inTable3('carriedIn', 'business'), 'left', inTable3('carriedIn', 'naturalPerson')],
    [inTable3('carriedIn', 'business'), 'right', inTable3('carriedIn', 'researchInstitute')],
    [inTable3('carriedIn', 'business'), 'up', inTable3('received', 'business')],
    [inTable3('carriedIn', 'business'), 'down', inTable3('granted', 'business')],
    [inTable3('carriedIn', 'business'), 'rowStart', inTable3('carriedIn', 'naturalPerson')],
    [inTable3('carriedIn', 'business'), 'rowEnd', inTable3('carriedIn', 'total')],
    [inTable3('carriedIn', 'business'), 'first', inTable3('received', 'naturalPerson')],
    [inTable3('carriedIn', 'business'), 'last', inTable3('carriedOut', 'total')],
    [inTable3('carriedIn', 'total'), 'next', inTable3('granted', 'naturalPerson')],
    [inTable3('carriedIn', 'naturalPerson'), 'previous', inTable3('received', 'total')],
    [inTable3('carriedIn', 'business'), 'enter', inTable3('granted', 'business')],
    [inTable3('carriedOut', 'business'), 'enter', inTable3('received', 'researchInstitute')],
    [inTable3('received', 'business'), 'enterBack', inTable3('carriedOut', 'naturalPerson')],
    [inTable3('received', 'naturalPerson'), 'left', undefined],
    [inTable3('received', 'naturalPerson'), 'up', undefined],
    [inTable3('received', 'naturalPerson'), 'previous', undefined],
    [inTable3('received', 'naturalPerson'), 'enterBack', undefined],
    [inTable3('carriedOut', 'total'), 'right', undefined],
    [inTable3('carriedOut', 'total'), 'down', undefined],
    [inTable3('carriedOut', 'total'), 'next', undefined],
    [inTable3('carriedOut', 'total'), 'enter', undefined],
    // Over a merged cell and back.
    [inTable2('normativeDocuments', 'inForce'), 'down', inTable2('licensing', 'decisions')],
    [inTable2('licensing', 'decisions'), 'up', inTable2('normativeDocuments', 'issued')],
    [inTable2('licensing', 'decisions'), 'right', undefined],
    [inTable2('licensing', 'decisions'), 'next', inTable2('penalty', 'decisions')],
    [inTable2('fees', 'amount'), 'enter', undefined],
    // One row.
    [inTable4('reconsideration', 'total'), 'right', inTable4('litigationDirect', 'upheld')],
    [inTable4('reconsideration', 'total'), 'enter', inTable4('litigationDirect', 'upheld')],
    [inTable4('litigationDirect', 'upheld'), 'enterBack', inTable4('reconsideration', 'total')],
    [inTable4('reconsideration', 'total'), 'down', undefined],
    [
      inTable4('litigationDirect', 'pending'),
      'rowEnd',
      inTable4('litigationAfterReconsideration', 'total'),
    ],
    [inTable4('litigationDirect', 'pending'), 'first', inTable4('reconsideration', 'upheld')],
  ])('%s, %s: %s', (from, direction, to) => {
    const cell = neighbour(formatOf('2021'), cellAt(from), direction)
    expect(cell && nameOf(cell)).toBe(to)
  })

  const tables = formats.flatMap((format) => tableKeys.map((table) => ({ format, table })))

  it.each(tables)('Tab visits every cell of $table of $format.key once', ({ format, table }) => {
    const cells = cellRefsOf(format).filter((cell) => cell.table === table)
    const visited: CellRef[] = []
    for (let cell = cells[0]; cell; cell = neighbour(format, cell, 'next')) visited.push(cell)
    expect(visited).toEqual(cells)
    const back: CellRef[] = []
    for (let cell = cells.at(-1); cell; cell = neighbour(format, cell, 'previous')) back.push(cell)
    expect(back.reverse()).toEqual(cells)
  })
})

describe('a selection', () => {
  const range = (format: string, a: string, b: string) =>
    rangeBetween(formatOf(format), cellAt(a), cellAt(b)).map(nameOf)

  it.each<[string, string, string, string[]]>([
    [
      '2021',
      inTable3('carriedIn', 'business'),
      inTable3('received', 'naturalPerson'),
      ['received', 'carriedIn'].flatMap((row) => [
        inTable3(row, 'naturalPerson'),
        inTable3(row, 'business'),
      ]),
    ],
    [
      '2021',
      inTable2('normativeDocuments', 'repealed'),
      inTable2('licensing', 'decisions'),
      [
        inTable2('normativeDocuments', 'issued'),
        inTable2('normativeDocuments', 'repealed'),
        inTable2('normativeDocuments', 'inForce'),
        inTable2('licensing', 'decisions'),
      ],
    ],
    [
      '2019',
      inTable2('coercion', 'change'),
      inTable2('fees', 'change'),
      [
        inTable2('coercion', 'change'),
        inTable2('coercion', 'decisions'),
        inTable2('fees', 'change'),
      ],
    ],
    [
      '2021',
      inTable4('reconsideration', 'total'),
      inTable4('litigationDirect', 'upheld'),
      [inTable4('reconsideration', 'total'), inTable4('litigationDirect', 'upheld')],
    ],
    [
      '2021',
      inTable3('received', 'naturalPerson'),
      inTable4('reconsideration', 'total'),
      [inTable4('reconsideration', 'total')],
    ],
  ])('of %s from %s to %s', (format, a, b, cells) => {
    expect(range(format, a, b)).toEqual(cells)
    const [one, other] = [cellAt(a), cellAt(b)]
    if (one.table === other.table) expect(range(format, b, a)).toEqual(cells)
  })
})
