import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx, type Workbook } from 'hucre/xlsx'
import { describe, expect, it } from '@jest/globals'
import { formatOf, formats, tableKeys } from '../../../src/formats/index.ts'
import type { TableKey, TablesData } from '../../../src/formats/types.ts'
import { workbook } from '../../../src/publication/xlsx/workbook.ts'
import { reconcile } from '../../../src/reconciliation/index.ts'
import { arbitraryBalanced } from '../../support/arbitraryReports.ts'
import { balancedTables, variedLeaf, withCells } from '../../support/balancedTables.ts'
import { publicationOf, reportContent } from '../../support/publications.ts'

const baseUrl = 'https://gk.example.gov.cn'

const bytesOf = (format: string, tables: TablesData, keys?: readonly TableKey[]): Promise<Buffer> =>
  workbook(publicationOf(reportContent({ format, tables })), baseUrl, keys)

const balanced = (format: string): TablesData => balancedTables(formatOf(format), variedLeaf(3))

const sheetOf = ({ sheets }: Workbook, name: string) => {
  const sheet = sheets.find((one) => one.name === name)
  if (!sheet) throw new Error(`no sheet ${name}`)
  return sheet
}
const formulasOf = (book: Workbook, name: string) =>
  [...(sheetOf(book, name).cells ?? [])].flatMap(([place, { formula, value }]) =>
    formula === undefined ? [] : [{ place, formula, result: value }],
  )
const verdictsOf = (book: Workbook) =>
  formulasOf(book, '勾稽关系')
    .filter(({ place }) => place.endsWith(',7'))
    .map(({ result }) => result)

describe('a report as a workbook', () => {
  it.each(formats.map(({ key }) => key))(
    'of form %s has its three tables and proves every binding identity by a formula',
    async (format) => {
      const tables = balanced(format)
      const book = await readXlsx(await bytesOf(format, tables), { readStyles: true })
      expect(book.sheets.map(({ name }) => name)).toEqual([
        ...['主动公开表', '依申请公开表', '复议诉讼表', '勾稽关系'],
      ])
      const { checked } = reconcile({ format: formatOf(format), tables })
      expect(verdictsOf(book).filter((verdict) => verdict === '平')).toHaveLength(checked)
      const besideTables = tableKeys.flatMap((key) =>
        formulasOf(book, formatOf(format).tables[key].label),
      )
      expect(besideTables.filter(({ result }) => result === '平')).toHaveLength(checked)
    },
  )

  it('keeps the figures as they were published: constants, blanks empty and not zero', async () => {
    const tables = withCells(balanced('2021'), {
      'applications.received.naturalPerson': null,
      'applications.received.business': 0,
      'disclosure.fees.amount': 24252.311082,
    })
    const book = await readXlsx(await bytesOf('2021', tables))
    const row = sheetOf(book, '依申请公开表').rows.find(([label]) =>
      String(label).startsWith('一、'),
    )
    expect(row?.slice(3, 5)).toEqual([null, 0])
    expect(sheetOf(book, '主动公开表').rows.flat()).toContain(24252.311082)
    // Formulas stand beside and below the figures, never among them.
    const [firstRow, lastRow, firstColumn, lastColumn] = [5, 29, 3, 9]
    const amongFigures = formulasOf(book, '依申请公开表').filter(({ place }) => {
      const [row = 0, column = 0] = place.split(',').map(Number)
      return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn
    })
    expect(amongFigures).toEqual([])
  })

  it('says the difference where an identity fails, and which waits for a figure', async () => {
    const wrong = withCells(balanced('2021'), {
      'disputes.reconsideration.total': 10_000,
      'disputes.litigationDirect.total': null,
    })
    const verdicts = verdictsOf(await readXlsx(await bytesOf('2021', wrong)))
    const [upheld, corrected, other, pending] = Object.values(wrong.disputes.reconsideration ?? {})
    const parts = [upheld, corrected, other, pending].reduce<number>((sum, n) => sum + (n ?? 0), 0)
    expect(verdicts.filter((verdict) => verdict !== '平' && verdict !== '待填')).toEqual([
      10_000 - parts,
      '未填',
    ])
  })

  it('agrees with the engine on any report', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryBalanced,
        fc.nat({ max: 500 }),
        async ({ format, tables }, value) => {
          const changed = withCells(tables, { 'applications.granted.total': value })
          const { satisfied } = reconcile({ format, tables: changed })
          const verdicts = verdictsOf(await readXlsx(await bytesOf(format.key, changed)))
          expect(verdicts.filter((verdict) => verdict === '平')).toHaveLength(satisfied)
        },
      ),
      { numRuns: 10 },
    )
  })

  it.each(tableKeys)('gives %s alone, with its own identities', async (key) => {
    const book = await readXlsx(await bytesOf('2021', balanced('2021'), [key]))
    expect(book.sheets.map(({ name }) => name)).toEqual([
      formatOf('2021').tables[key].label,
      '勾稽关系',
    ])
    const wanted = { disclosure: 0, applications: 39, disputes: 3 }
    expect(verdictsOf(book).filter((verdict) => verdict === '平')).toHaveLength(wanted[key])
  })

  it('lets no text run as a formula, nor break the file', async () => {
    const content = reportContent({ title: '=1+1\u0001\u000b', name: '=cmd|x\u0000' })
    const bytes = await workbook(publicationOf(content), baseUrl)
    const parts = Object.values(unzipSync(bytes)).map((part) => strFromU8(part))
    expect(parts.join('')).not.toMatch(/[\u0000-\u0008\u000b]/)
    const book = await readXlsx(bytes)
    expect(sheetOf(book, '主动公开表').rows[1]?.[0]).toContain('=1+1')
    expect(sheetOf(book, '主动公开表').cells?.get('1,0')?.formula).toBeUndefined()
  })
})
