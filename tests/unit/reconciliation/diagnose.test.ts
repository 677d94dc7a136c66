import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { cellRefsOf, findColumn } from '../../../src/formats/cells.ts'
import { formatOf } from '../../../src/formats/index.ts'
import { refuseValue } from '../../../src/formats/officialValue.ts'
import type { CellRef, TablesData } from '../../../src/formats/types.ts'
import { diagnose, reconcile } from '../../../src/reconciliation/index.ts'
import type { Repair } from '../../../src/reconciliation/index.ts'
import { arbitraryWithCells, valueAt } from '../../support/arbitraryReports.ts'
import type { Report } from '../../support/arbitraryReports.ts'
import { balancedTables, variedLeaf, withCell } from '../../support/balancedTables.ts'

const format = formatOf('2021')
const ones = balancedTables(format, () => 1)

const inApplications = ({ table }: CellRef) => table === 'applications'
const inDisputes = ({ table }: CellRef) => table === 'disputes'
const otherValue = fc.nat({ max: 2_000_000 })

/** The change that undoes a slip. */
const undoing = (report: Report, cell: CellRef, wrong: number) => ({
  cell,
  actual: wrong,
  suggested: valueAt(report.tables, cell),
})

function spoilt(report: Report, cells: readonly CellRef[], values: readonly number[]) {
  const slips = cells.map((cell, i) => ({ cell, wrong: values[i] ?? 0 }))
  fc.pre(slips.every(({ cell, wrong }) => wrong !== valueAt(report.tables, cell)))
  return {
    tables: slips.reduce((tables, { cell, wrong }) => withCell(tables, cell, wrong), report.tables),
    truth: slips.map(({ cell, wrong }) => undoing(report, cell, wrong)),
  }
}

const applied = (tables: TablesData, { changes }: Repair) =>
  changes.reduce((all, { cell, suggested }) => withCell(all, cell, suggested), tables)

describe('the diagnosis', () => {
  it('of one wrong cell in table 3 is that cell and its value', () => {
    fc.assert(
      fc.property(arbitraryWithCells(1, inApplications), otherValue, ({ report, cells }, value) => {
        const { tables, truth } = spoilt(report, cells, [value])
        const diagnosis = reconcile({ ...report, tables }).diagnosis
        expect(diagnosis).toMatchObject({ unique: true, repairs: [{ changes: truth }] })
        expect(diagnosis?.repairs).toHaveLength(1)
      }),
      { numRuns: 300 },
    )
  })

  it('of one wrong cell in table 4 has that cell among the repairs', () => {
    fc.assert(
      fc.property(arbitraryWithCells(1, inDisputes), otherValue, ({ report, cells }, value) => {
        const { tables, truth } = spoilt(report, cells, [value])
        const { repairs = [] } = diagnose(report.format, tables) ?? {}
        expect(repairs.map(({ changes }) => changes)).toContainEqual(truth)
      }),
    )
  })

  it('of two wrong cells in different rows and columns has both among the repairs', () => {
    const unrelated = arbitraryWithCells(2, inApplications).filter(
      ({ cells: [one, other] }) => one?.row !== other?.row && one?.column !== other?.column,
    )
    fc.assert(
      fc.property(unrelated, otherValue, otherValue, ({ report, cells }, ...values) => {
        const { tables, truth } = spoilt(report, cells, values)
        const repairs = diagnose(report.format, tables)?.repairs ?? []
        const smallest = Math.min(...repairs.map(({ changes }) => changes.length))
        // By chance two slips may look like one.
        if (smallest < 2) return
        expect(repairs.map(({ changes }) => new Set(changes))).toContainEqual(new Set(truth))
      }),
      { numRuns: 300 },
    )
  })

  it('of a wrong cell in each of tables 3 and 4 has both among the repairs', () => {
    const cells = [
      { table: 'applications', row: 'unprocessedRepeat', column: 'legalService' },
      { table: 'disputes', row: 'litigationDirect', column: 'total' },
    ] as const
    const { tables, truth } = spoilt({ format, tables: ones }, cells, [41, 0])
    const { repairs, unique } = diagnose(format, tables) ?? {}
    expect(unique).toBe(true)
    expect(repairs?.[0]?.changes).toEqual(truth)
    expect(repairs?.[0]?.message).toBe(
      '将依申请公开表“2.重复申请”行“法律服务机构”列由 41 改为 1，' +
        '并将复议诉讼表“未经复议直接起诉”行“总计”列由 0 改为 4',
    )
  })

  it('always leaves a report that adds up, with values that the form accepts', () => {
    const several = arbitraryWithCells(3, ({ table }) => table !== 'disclosure')
    const values = fc.array(otherValue, { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(several, values, ({ report, cells }, wrong) => {
        const { tables } = spoilt(report, cells, wrong)
        const diagnosis = diagnose(report.format, tables)
        for (const repair of diagnosis?.repairs ?? []) {
          const repaired = applied(tables, repair)
          expect(reconcile({ ...report, tables: repaired }).status).toBe('balanced')
          for (const { cell, suggested } of repair.changes) {
            const column = findColumn(report.format, cell)
            expect(column && refuseValue(column, suggested)).toBeUndefined()
          }
        }
        expect(diagnosis?.repairs.length ?? 0).toBeLessThanOrEqual(8)
      }),
    )
  })

  it.each([
    [
      'the sum first, then the parts as the form has them',
      { upheld: 5, corrected: 5, otherOutcome: 0, pending: 2, total: 11 },
      [
        '“总计”列由 11 改为 12',
        '“结果维持”列由 5 改为 4',
        '“结果纠正”列由 5 改为 4',
        '“尚未审结”列由 2 改为 1',
      ],
    ],
    [
      'no part that would go below zero',
      { upheld: 10, corrected: 1, otherOutcome: 0, pending: 0, total: 0 },
      ['“总计”列由 0 改为 11'],
    ],
  ])('of a wrong sum in table 4 has %s', (_, row, messages) => {
    const tables = { ...ones, disputes: { ...ones.disputes, reconsideration: row } }
    const { repairs = [], unique } = diagnose(format, tables) ?? {}
    expect(repairs.map(({ message }) => message)).toEqual(
      messages.map((message) => `将复议诉讼表“行政复议”行${message}`),
    )
    expect(unique).toBe(messages.length === 1)
  })

  it('of wrong sums all over table 4 shows the likeliest of the many repairs', () => {
    const row = { upheld: 5, corrected: 5, otherOutcome: 5, pending: 5, total: 19 }
    const rows = Object.keys(ones.disputes)
    const tables = { ...ones, disputes: Object.fromEntries(rows.map((key) => [key, row])) }
    const { repairs = [], unique } = diagnose(format, tables) ?? {}
    expect(unique).toBe(false)
    expect(repairs).toHaveLength(8)
    expect(repairs[0]?.changes).toEqual(
      rows.map((key) => ({
        cell: { table: 'disputes', row: key, column: 'total' },
        actual: 19,
        suggested: 20,
      })),
    )
    const sums = repairs.map(
      ({ changes }) => changes.filter(({ cell }) => cell.column === 'total').length,
    )
    expect(sums).toEqual([3, 2, 2, 2, 2, 2, 2, 2])
  })

  it('binds nothing to an identity with a blank', () => {
    const blank = { table: 'applications', row: 'granted', column: 'total' } as const
    const wrong = { table: 'applications', row: 'granted', column: 'business' } as const
    const tables = withCell(withCell(ones, blank, null), wrong, 5)
    const { repairs = [] } = diagnose(format, tables) ?? {}
    expect(repairs.flatMap(({ changes }) => changes)).toContainEqual({
      cell: wrong,
      actual: 5,
      suggested: 1,
    })
    expect(repairs.flatMap(({ changes }) => changes.map(({ cell }) => cell))).not.toContainEqual(
      blank,
    )
  })

  it('is absent when nothing is violated', () => {
    expect(diagnose(format, ones)).toBeUndefined()
    const blank = { table: 'disputes', row: 'reconsideration', column: 'total' } as const
    expect(diagnose(format, withCell(ones, blank, null))).toBeUndefined()
  })

  it('gives up on a badly broken report before long', () => {
    const varied = balancedTables(format, variedLeaf(5))
    const broken = cellRefsOf(format)
      .filter((_, index) => index % 3 === 0)
      .reduce((tables, cell, index) => withCell(tables, cell, 1_000 + index * 7), varied)
    const start = performance.now()
    const { status, diagnosis } = reconcile({ format, tables: broken })
    expect(performance.now() - start).toBeLessThan(500)
    expect(status).toBe('violated')
    expect(diagnosis).toBeUndefined()
  })
})
