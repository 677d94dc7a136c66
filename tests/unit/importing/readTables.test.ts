import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { formatOf, formats, tableKeys } from '../../../src/formats/index.ts'
import type { CellRef, CellValue, Format, TablesData } from '../../../src/formats/types.ts'
import { readHtml } from '../../../src/importing/readHtml.ts'
import { readTables } from '../../../src/importing/readTables.ts'
import { readText } from '../../../src/importing/readText.ts'
import { recogniseTables } from '../../../src/importing/recogniseTables.ts'
import type { Block, Unread } from '../../../src/importing/types.ts'
import { balancedTables, variedLeaf } from '../../support/balancedTables.ts'
import { htmlTable, wordTable } from './printedTable.ts'

type Rows = readonly (readonly string[])[]

const tableOf = (rows: Rows): Block => ({ type: 'table', rows, line: 1 })

function readBlocks(blocks: readonly Block[], year?: number) {
  const printed = recogniseTables(blocks)
  const read = readTables(printed.tables, year)
  return { ...read, unread: [...printed.unread, ...read.unread] }
}

const textsOf = (unread: readonly Unread[]): string[] => unread.map(({ text }) => text)

const zeros = (count: number, first = '0'): string[] => [
  first,
  ...Array<string>(count - 1).fill('0'),
]

describe('every form, printed and read back', () => {
  const layouts = {
    html: (format: Format, print: (cell: CellRef) => string) =>
      readHtml(tableKeys.map((key) => htmlTable(format, key, print)).join('<p>正文</p>')).blocks,
    word: (format: Format, print: (cell: CellRef) => string) =>
      readText(tableKeys.map((key) => wordTable(format, key, print)).join('\n\n正文\n\n')),
  }
  const anyFormat = fc.constantFrom<Format>(...formats)

  it.each(['html', 'word'] as const)('from %s, cell by cell, blanks included', (layout) => {
    fc.assert(
      fc.property(
        anyFormat,
        fc.nat(),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (format, seed, blanks) => {
          const tables = withBlanks(balancedTables(format, variedLeaf(seed)), seed, blanks)
          const print = (cell: CellRef) => String(tables[cell.table][cell.row]?.[cell.column] ?? '')
          const read = readBlocks(layouts[layout](format, print))
          expect(read).toEqual({ format: format.key, tables, unread: [] })
        },
      ),
      { numRuns: 40 },
    )
  })

  function withBlanks(tables: TablesData, seed: number, share: number): TablesData {
    const next = variedLeaf(seed + 1)
    const cell: CellRef = { table: 'disputes', row: '', column: '' }
    const thin = (value: CellValue): CellValue => (next(cell) < share * 97 ? null : value)
    const copy = structuredClone(tables)
    for (const rows of Object.values(copy)) {
      for (const cells of Object.values(rows)) {
        for (const [column, value] of Object.entries(cells)) cells[column] = thin(value)
      }
    }
    return copy
  }
})

describe('labels that are not quite the official ones', () => {
  const under = (parent: string, label: string, row: string): [string, string, string] => [
    parent,
    label,
    row,
  ]

  it.each([
    under('（三）不予公开', '2.其他法律行政止公开', 'refusedProhibitedByLaw'),
    under('（三）不予公开', '3、危及“三安全一稳定”', 'refusedSecurityStability'),
    under('（三）不予公开', '３．危及\n三安全 一稳定', 'refusedSecurityStability'),
    under('（四）无法提供', '2.没有现成信息', 'unavailableNeedsCreation'),
    under('（五）不予处理', '5、要求确认或重新出具已获取信息', 'unprocessedConfirmation'),
    under('（六）其他处理', '1.逾期不补正', 'otherNotCorrected'),
    under('（六）其他处理', '2.逾期不缴费', 'otherFeeUnpaid'),
    under('（六）其他处理', '3、其他', 'otherRemaining'),
    under('三、本年度\n办理\n结果', '(一)予以公开', 'granted'),
  ])('%s %s → %s', (parent, label, row) => {
    const blocks = [
      tableOf([
        ['', '自然人', '总计'],
        ['一、本年新收政府信息公开申请数量', ...zeros(7)],
        [parent, label, ...zeros(7, '5')],
      ]),
    ]
    const { tables } = readBlocks(blocks)
    expect(tables.applications[row]?.naturalPerson).toBe(5)
  })

  it('reads 规范性文件 of a table of 2021 as 行政规范性文件', () => {
    const { format, tables } = readBlocks([
      tableOf([
        ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
        ['规范性文件', '13', '0', '55'],
      ]),
    ])
    expect(format).toBe('2021')
    expect(tables.disclosure.normativeDocuments).toEqual({ issued: 13, repealed: 0, inForce: 55 })
  })

  it('leaves a row that the form does not have to the person', () => {
    const { tables, unread } = readBlocks([
      tableOf([
        ['信息内容', '本年处理决定数量'],
        ['行政许可', '97'],
        ['行政征收', '3'],
      ]),
    ])
    expect(tables.disclosure.licensing).toEqual({ decisions: 97 })
    expect(textsOf(unread)).toEqual(['行政征收 | 3'])
  })
})

describe('figures whose place is not certain', () => {
  const received = '一、本年新收政府信息公开申请数量'
  const head = ['', '自然人', '商业企业', '科研机构', '总计']

  it.each<[string, string[], (number | null)[]]>([
    ['surplus blanks behind', ['3', '0', '0', '0', '0', '0', '3', '', ''], [3, 0, 0, 0, 0, 0, 3]],
    ['surplus blanks before', ['', '', '3', '0', '0', '0', '0', '0', '3'], [3, 0, 0, 0, 0, 0, 3]],
    ['only the total', ['', '', '', '', '', '', '4'], [null, null, null, null, null, null, 4]],
  ])('%s are placed', (_, cells, values) => {
    const { tables, unread } = readBlocks([tableOf([head, [received, ...cells]])])
    expect(Object.values(tables.applications.received ?? {})).toEqual(values)
    expect(unread).toEqual([])
  })

  it.each([
    ['too few cells', ['3', '3']],
    ['two figures and blanks beyond the last column', ['', '3', '3', '', '', '', '', '', '']],
    ['a figure too many', ['3', '0', '0', '0', '0', '0', '3', '9']],
  ])('%s are handed back', (_, cells) => {
    const { tables, unread } = readBlocks([tableOf([head, [received, ...cells]])])
    expect(Object.values(tables.applications.received ?? {})).toEqual(Array(7).fill(null))
    expect(textsOf(unread)).toEqual([[received, ...cells].join(' | ')])
  })

  it('does not let a second row of the same name replace the first', () => {
    const { tables, unread } = readBlocks([
      tableOf([head, [received, ...zeros(7, '1')], [received, ...zeros(7, '2')]]),
    ])
    expect(tables.applications.received?.naturalPerson).toBe(1)
    expect(unread).toHaveLength(1)
  })

  it('names the cell whose text is no number', () => {
    const { unread } = readBlocks([tableOf([head, [received, '若干', ...zeros(6)]])])
    expect(unread).toEqual([
      {
        line: 1,
        text: '若干',
        reason: '依申请公开表：“一、本年新收政府信息公开申请数量”行“自然人”列：不是数字，未填入',
      },
    ])
  })

  it('follows the order of the columns that the file prints', () => {
    const { tables } = readBlocks([
      tableOf([
        ['信息内容', '现行有效件数', '本年制发件数', '本年废止件数'],
        ['规章', '7', '2', '1'],
      ]),
    ])
    expect(tables.disclosure.regulations).toEqual({ issued: 2, repealed: 1, inForce: 7 })
  })
})

describe('复议诉讼表 in other shapes', () => {
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const both = [['行政复议', '行政诉讼'], ['未经复议直接起诉', '复议后起诉'], outcomes]
  const fifteen = Array.from({ length: 15 }, (_, i) => String(i + 1))
  const all = {
    reconsideration: { upheld: 1, corrected: 2, otherOutcome: 3, pending: 4, total: 5 },
    litigationDirect: { upheld: 6, corrected: 7, otherOutcome: 8, pending: 9, total: 10 },
    litigationAfterReconsideration: {
      upheld: 11,
      corrected: 12,
      otherOutcome: 13,
      pending: 14,
      total: 15,
    },
  }

  it.each<[string, Rows[]]>([
    ['one row', [[...both, fifteen]]],
    ['head and body in two tables', [both, [fifteen]]],
    [
      'a table for each',
      [
        [['行政复议'], outcomes, fifteen.slice(0, 5)],
        [['行政诉讼'], ['未经复议直接起诉', '复议后起诉'], outcomes, fifteen.slice(5)],
      ],
    ],
    [
      'three rows with labels',
      [
        [
          ['', ...outcomes],
          ['行政复议', ...fifteen.slice(0, 5)],
          ['行政诉讼', '未经复议直接起诉', ...fifteen.slice(5, 10)],
          ['', '复议后起诉', ...fifteen.slice(10)],
        ],
      ],
    ],
  ])('%s', (_, tables) => {
    const read = readBlocks(tables.map(tableOf))
    expect(read.tables.disputes).toEqual(all)
    expect(read.unread).toEqual([])
  })

  it('hands back a row with fourteen figures', () => {
    const { unread, tables } = readBlocks([tableOf([...both, fifteen.slice(1)])])
    expect(unread).toHaveLength(1)
    expect(tables.disputes.reconsideration?.upheld).toBeNull()
  })
})

describe('the form', () => {
  const three = ['（六）其他处理', '3.其他', ...zeros(7)]
  const single = ['（六）其他处理', ...zeros(7)]
  const head = ['一、本年新收政府信息公开申请数量', ...zeros(7)]

  it.each<[string, string[][], number | undefined, string]>([
    ['three rows, no table 2', [head, three], 2019, '2021'],
    ['one row, no table 2, 2020', [head, single], 2020, '2019'],
    ['one row, no table 2, 2023', [head, single], 2023, '2021-single-other'],
    ['one row, nothing else known', [head, single], undefined, '2019'],
    ['no tables, 2020', [], 2020, '2019'],
    ['no tables, 2024', [], 2024, '2021'],
    ['nothing known', [], undefined, '2021'],
  ])('%s', (_, rows, year, format) => {
    const read = readBlocks(rows.length > 0 ? [tableOf(rows)] : [], year)
    expect(read.format).toBe(format)
    expect(Object.keys(read.tables.applications)).toEqual(
      formatOf(format).tables.applications.groups[0]?.rows.map(({ key }) => key),
    )
  })
})
