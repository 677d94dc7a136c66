import { describe, expect, it } from '@jest/globals'
import { blankTables, cellRefsOf, findColumn, findRow, rowsOf } from '../../../src/formats/cells.ts'
import { formatOf, formats, isFormatKey, prescribedFormat } from '../../../src/formats/index.ts'
import { cellLabel, cellPath } from '../../../src/formats/labels.ts'
import { tableKeys } from '../../../src/formats/index.ts'
import type { Format, Group } from '../../../src/formats/types.ts'
import { shortened } from '../../../src/reconciliation/wording.ts'
import { referenceFiles } from '../../support/referenceFiles.ts'

/** A form as the notices print it, typed up independently of the code. */
interface Statutory {
  format: string
  citation: string
  sections: unknown
  tables: Record<'disclosure' | 'applications' | 'disputes', StatutoryTable>
}

interface StatutoryTable {
  note?: string
  columnHeading?: string
  groups?: StatutoryGroup[]
  columns?: unknown[]
  rows?: StatutoryRow[]
}

interface StatutoryGroup {
  heading?: string
  columns?: unknown[]
  rows?: StatutoryRow[]
}

interface StatutoryRow {
  key: string
  label?: string
  labels?: string[]
}

const printed = ({ heading, columns, rows }: StatutoryGroup | Group) => ({
  heading,
  columns,
  rows: rows?.map((row) => ({
    key: row.key,
    labels: 'label' in row && row.label !== undefined ? [row.label] : row.labels,
  })),
})

const statutory = [...referenceFiles('statutory')] as [string, Statutory][]

describe('the forms', () => {
  for (const [name, form] of statutory) {
    it(`of ${name} are what the notice prints`, () => {
      const format = formatOf(name)
      expect(format).toMatchObject({ key: form.format, citation: form.citation })
      expect(format.sections).toEqual(form.sections)
      for (const table of tableKeys) {
        const { note, columnHeading, groups, ...single } = form.tables[table]
        const ours: Format['tables'][typeof table] = format.tables[table]
        expect(ours.groups.map(printed)).toEqual((groups ?? [single]).map(printed))
        expect([ours.note, ours.columnHeading]).toEqual([note, columnHeading])
      }
    })
  }

  it.each([
    ['2019', 198],
    ['2021', 200],
    ['2021-single-other', 186],
  ])('%s has %d cells, each once', (key, count) => {
    const cells = cellRefsOf(formatOf(key)).map(cellPath)
    expect(cells).toHaveLength(count)
    expect(new Set(cells).size).toBe(count)
  })

  it('of 2021 with a single （六） differs from 2021 in nothing but that', () => {
    const rowsBut = (key: string) =>
      rowsOf(formatOf(key)).filter(({ row }) => !row.labels.includes('（六）其他处理'))
    expect(rowsBut('2021-single-other')).toEqual(rowsBut('2021'))
    expect(findRow(formatOf('2021-single-other'), 'applications', 'other')?.row).toEqual(
      findRow(formatOf('2019'), 'applications', 'other')?.row,
    )
  })

  it.each(formats.map((format) => [format.key, format] as const))(
    '%s has names for its rows that stay apart when they are cut',
    (_, format) => {
      const names = rowsOf(format).map(
        ({ table, row }) => table + shortened(row.labels.at(-1) ?? ''),
      )
      expect(new Set(names).size).toBe(names.length)
    },
  )

  it.each([
    [2018, undefined],
    [2019, '2019'],
    [2020, '2019'],
    [2021, '2021'],
    [2099, '2021'],
  ])('for the report year %d: %s', (year, key) => {
    expect(prescribedFormat(year)).toBe(key)
  })

  it('are known by their keys', () => {
    expect(['2019', '2021', '2021-single-other', '2022', 2021, null].map(isFormatKey)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
    expect(() => formatOf('2022')).toThrow(new RangeError('没有“2022”这种报告格式'))
  })
})

describe('cells', () => {
  const format = formatOf('2021')

  it('are blank in a new report, not zero', () => {
    const { disclosure, applications, disputes } = blankTables(format)
    const values = [disclosure, applications, disputes].flatMap((rows) =>
      Object.values(rows).flatMap((cells) => Object.values(cells)),
    )
    expect(values).toEqual(Array(200).fill(null))
  })

  it('are called what the form prints', () => {
    const cell = { table: 'applications', row: 'granted', column: 'naturalPerson' } as const
    expect(cellLabel(format, cell)).toBe('依申请公开表“（一）予以公开”行“自然人”列')
    expect(cellPath(cell)).toBe('tables.applications.granted.naturalPerson')
  })

  it.each([
    ['no such row', { table: 'applications', row: 'other', column: 'total' }],
    ['no such column in that row', { table: 'disclosure', row: 'fees', column: 'issued' }],
    ['an inherited name', { table: 'disclosure', row: 'constructor', column: 'name' }],
  ] as const)('are not found: %s', (_, cell) => {
    expect(findColumn(format, cell)).toBeUndefined()
  })
})
