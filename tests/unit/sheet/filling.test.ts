import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { blankTables, cellRefsOf } from '../../../src/formats/cells.ts'
import { formatOf, formats, tableKeys } from '../../../src/formats/index.ts'
import { cellPath } from '../../../src/formats/labels.ts'
import type { CellValue, Format, TablesData } from '../../../src/formats/types.ts'
import { reconcile } from '../../../src/reconciliation/reconcile.ts'
import { fillTotals } from '../../../src/sheet/fillTotals.ts'
import { fillZeros } from '../../../src/sheet/fillZeros.ts'
import { Sheet } from '../../../src/sheet/Sheet.ts'
import type { Edit } from '../../../src/sheet/Sheet.ts'
import type { TypedCell } from '../../../src/sheet/typedCell.ts'
import { balancedTables, cellAt, variedLeaf, withCells } from '../../support/balancedTables.ts'

const form = formatOf('2021')

const sheetOf = (format: Format, tables: TablesData = blankTables(format)) =>
  new Sheet(format, { revision: 1, tables })

const sheetWith = (cells: Record<string, CellValue>, format = form) =>
  sheetOf(format, withCells(blankTables(format), cells))

const valuesIn = ({ changes }: Edit): Record<string, TypedCell> =>
  Object.fromEntries(
    changes.map(({ cell, value }) => [cellPath(cell).replace(/^tables\./, ''), value]),
  )

const applicants = [
  'naturalPerson',
  'business',
  'researchInstitute',
  'publicWelfare',
  'legalService',
  'otherOrganization',
]

/** A row of table 3, the parts and the total. */
const row = (key: string, ...values: CellValue[]): Record<string, CellValue> =>
  Object.fromEntries(
    [...applicants, 'total'].map((column, i) => [
      `applications.${key}.${column}`,
      values[i] ?? null,
    ]),
  )

describe('zero for the rest', () => {
  it.each<Format>([...formats])('makes a nil report of a blank one: $key', (format) => {
    const sheet = sheetOf(format)
    const edit = fillZeros(sheet, 'all')
    expect(edit.label).toBe('其余填零')
    sheet.apply(edit)
    expect(sheet.tables()).toEqual(balancedTables(format, () => 0))
  })

  it('stays within its table', () => {
    const { changes } = fillZeros(sheetOf(form), 'disputes')
    expect(changes).toHaveLength(15)
    expect(changes.every(({ cell, value }) => cell.table === 'disputes' && value === 0)).toBe(true)
  })

  it('completes what was begun, with sums for totals', () => {
    const begun = {
      'applications.received.naturalPerson': 5,
      'applications.carriedIn.business': 1,
      'applications.granted.naturalPerson': 3,
      'applications.partiallyGranted.business': 1,
      'applications.carriedOut.naturalPerson': 2,
    }
    const sheet = sheetWith(begun)
    sheet.apply(fillZeros(sheet, 'all'))
    const { status } = reconcile({ format: form, tables: sheet.tables() })
    expect(status).toBe('balanced')
    expect(sheet.tables().applications.handledTotal).toMatchObject({
      naturalPerson: 3,
      business: 1,
      legalService: 0,
      total: 4,
    })
    expect(sheet.tables().applications.received?.total).toBe(5)
  })

  it.each<[string, Record<string, CellValue>, string[], string[]]>([
    [
      'a column whose results are still to come',
      { 'applications.received.naturalPerson': 5 },
      [
        'granted.naturalPerson',
        'carriedOut.naturalPerson',
        'handledTotal.naturalPerson',
        'granted.total',
      ],
      ['carriedIn.business', 'granted.business', 'received.total'],
    ],
    [
      'the rest of a row whose total says that there is more',
      { ...row('received', 3, null, null, null, null, null, 5) },
      ['received.business', 'received.legalService'],
      ['carriedOut.business'],
    ],
  ])('leaves %s', (_, entered, left, filled) => {
    const edit = fillZeros(sheetWith(entered), 'applications')
    const values = valuesIn(edit)
    for (const path of left) expect([path, `applications.${path}` in values]).toEqual([path, false])
    for (const path of filled)
      expect([path, `applications.${path}` in values]).toEqual([path, true])
  })

  it('fills the rest of a row whose total is reached', () => {
    const values = valuesIn(
      fillZeros(sheetWith(row('carriedOut', 3, null, null, null, null, null, 3)), 'applications'),
    )
    expect(values['applications.carriedOut.business']).toBe(0)
  })

  it('leaves a total of 2019 that would be less than what was newly disclosed', () => {
    const sheet = sheetWith({ 'disclosure.regulations.newlyDisclosed': 2 }, formatOf('2019'))
    const values = valuesIn(fillZeros(sheet, 'disclosure'))
    expect(values).toMatchObject({ 'disclosure.regulations.newlyMade': 0 })
    expect(values).not.toHaveProperty(['disclosure.regulations.totalDisclosed'])
  })

  it('does not touch what is wrong', () => {
    const sheet = sheetOf(form)
    const cell = cellAt('applications.received.naturalPerson')
    sheet.apply({ label: '输入', changes: [{ cell, value: '十' }] })
    const values = valuesIn(fillZeros(sheet, 'all'))
    expect(values).not.toHaveProperty(['applications.received.naturalPerson'])
    expect(values).not.toHaveProperty(['applications.received.total'])
  })

  it('never breaks an identity that was not broken, and never overwrites', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Format>(...formats),
        fc.nat(),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (format, seed, share) => {
          const next = variedLeaf(seed)
          const any = cellAt('disputes..')
          const whole = balancedTables(format, () => (next(any) < 30 ? next(any) : 0))
          const sheet = sheetOf(
            format,
            thinned(format, whole, () => next(any) > share * 97),
          )
          const before = sheet.tables()
          const edit = fillZeros(sheet, 'all')
          expect(edit.changes.every(({ cell }) => sheet.valueOf(cell) === null)).toBe(true)
          sheet.apply(edit)
          expect(reconcile({ format, tables: before }).violated).toBe(0)
          expect(reconcile({ format, tables: sheet.tables() }).violated).toBe(0)
        },
      ),
      { numRuns: 60 },
    )
  })
})

function thinned(format: Format, tables: TablesData, isLeftOut: () => boolean): TablesData {
  const cells = cellRefsOf(format).filter(isLeftOut)
  return withCells(
    tables,
    Object.fromEntries(cells.map((cell) => [cellPath(cell).replace(/^tables\./, ''), null])),
  )
}

describe('totals', () => {
  it.each<Format>([...formats])('follow from the parts, sums of sums too: $key', (format) => {
    const whole = balancedTables(format, variedLeaf(4))
    const sheet = sheetOf(
      format,
      thinned(format, whole, () => false),
    )
    const totals = cellRefsOf(format).filter(
      ({ row: key, column }) => column === 'total' || key === 'handledTotal',
    )
    sheet.apply({ label: '清空', changes: totals.map((cell) => ({ cell, value: null })) })
    const { edit, offers } = fillTotals(sheet, 'all')
    expect([edit.label, edit.changes.length]).toEqual(['合计自动填充', totals.length])
    sheet.apply(edit)
    expect([sheet.tables(), offers]).toEqual([whole, []])
  })

  it('wait for all of their parts, and zero is one', () => {
    const sheet = sheetWith({
      ...row('received', 1, 2, 0, 0, 0, 0),
      ...row('carriedIn', 1, 2, null, 0, 0, 0),
    })
    expect(valuesIn(fillTotals(sheet, 'all').edit)).toEqual({ 'applications.received.total': 3 })
  })

  it('stay within their table', () => {
    const sheet = sheetOf(form, balancedTables(form, variedLeaf(4)))
    const cell = cellAt('disputes.litigationDirect.total')
    sheet.apply({ label: '清空', changes: [{ cell, value: null }] })
    expect(fillTotals(sheet, 'applications').edit.changes).toEqual([])
    expect(fillTotals(sheet, 'disputes').edit.changes).toHaveLength(1)
  })

  it('are offered where another was entered, even a wrong one', () => {
    const sheet = sheetWith({
      ...row('received', 1, 2, 0, 0, 0, 0, 4),
      ...row('carriedIn', 1, 0, 0, 0, 0, 0),
    })
    const wrong = cellAt('applications.carriedIn.total')
    sheet.apply({ label: '输入', changes: [{ cell: wrong, value: '一' }] })
    const reason = '总计等于各类申请人之和'
    expect(fillTotals(sheet, 'all')).toEqual({
      edit: { label: '合计自动填充', changes: [] },
      offers: [
        { cell: cellAt('applications.received.total'), before: 4, value: 3, reason },
        { cell: wrong, before: '一', value: 1, reason },
      ],
    })
  })

  it('offer what is left for the year after, and fill it in never', () => {
    const whole = balancedTables(form, variedLeaf(9))
    const cell = cellAt('applications.carriedOut.business')
    const sheet = sheetOf(form, withCells(whole, { 'applications.carriedOut.business': null }))
    const { edit, offers } = fillTotals(sheet, 'all')
    expect(edit.changes).toEqual([])
    expect(offers).toMatchObject([
      { cell, before: null, value: whole.applications.carriedOut?.business },
    ])
  })

  it('offer nothing that may not stand there, or that two rules see differently', () => {
    const whole = balancedTables(form, variedLeaf(9))
    const handled = whole.applications.handledTotal?.business ?? 0
    const sheet = sheetOf(
      form,
      withCells(whole, {
        'applications.carriedOut.business': null,
        'applications.received.business': 0,
        'applications.carriedIn.business': handled - 1,
      }),
    )
    const offered = fillTotals(sheet, 'all').offers.map(({ cell }) => cell)
    expect(offered).not.toContainEqual(cellAt('applications.carriedOut.business'))
  })

  it('leave a total blank that comes out differently along its row and its column', () => {
    const whole = balancedTables(form, variedLeaf(9))
    const sheet = sheetOf(
      form,
      withCells(whole, {
        'applications.handledTotal.total': null,
        'applications.granted.total': (whole.applications.granted?.total ?? 0) + 1,
      }),
    )
    const { edit, offers } = fillTotals(sheet, 'all')
    expect(edit.changes).toEqual([])
    expect(offers.map(({ cell }) => cell)).toEqual([cellAt('applications.granted.total')])
  })

  it.each(tableKeys)('have nothing to say of a blank table: %s', (table) => {
    expect(fillTotals(sheetOf(form), table)).toEqual({
      edit: { label: '合计自动填充', changes: [] },
      offers: [],
    })
  })
})
