import { describe, expect, it } from '@jest/globals'
import { blankTables, cellRefsOf } from '../../../src/formats/cells.ts'
import { formatOf, formats, tableKeys } from '../../../src/formats/index.ts'
import type { CellRef, Format, TablesData } from '../../../src/formats/types.ts'
import { editOf, planPaste } from '../../../src/sheet/planPaste.ts'
import type { PastePlan } from '../../../src/sheet/planPaste.ts'
import { readClipboard } from '../../../src/sheet/readClipboard.ts'
import { Sheet } from '../../../src/sheet/Sheet.ts'
import { balancedTables, cellAt, variedLeaf, withCells } from '../../support/balancedTables.ts'
import { domOf } from '../../support/domOf.ts'
import { excel, word, wps } from './officeClipboard.ts'

const form = formatOf('2021')

const sheetOf = (format: Format = form, tables: TablesData = blankTables(format)) =>
  new Sheet(format, { revision: 1, tables })

/** Rows of cells, separated by | as in the messages. */
const block = (...rows: string[]): string[][] =>
  rows.map((row) => row.split('|').map((cell) => cell.trim()))

const valuesOf = ({ placements }: PastePlan): Record<string, unknown> =>
  Object.fromEntries(
    placements.map(({ cell, value }) => [`${cell.table}.${cell.row}.${cell.column}`, value]),
  )

const at = (path: string): CellRef => cellAt(path)
const corner = at('applications.received.naturalPerson')

describe('the whole of a table, labels included', () => {
  const cases = formats.flatMap((format) =>
    tableKeys.flatMap((key) =>
      Object.entries({ excel, wps, word }).flatMap(([office, copied]) =>
        (office === 'word' ? (['html'] as const) : (['html', 'text'] as const)).map((flavour) => ({
          name: `${key} of ${format.key} from ${office} as ${flavour}`,
          format,
          key,
          copied,
          flavour,
        })),
      ),
    ),
  )

  it.each(cases)('$name, wherever it is pasted', ({ format, key, copied, flavour }) => {
    const tables = balancedTables(format, variedLeaf(3))
    const print = ({ table, row, column }: CellRef) => String(tables[table][row]?.[column])
    const clipboard = copied(format, key, print)
    const printed = readClipboard(flavour === 'html' ? clipboard : { text: clipboard.text }, domOf)
    for (const anchor of [corner, at('disputes.litigationDirect.pending')]) {
      const sheet = sheetOf(format)
      const plan = planPaste(sheet, printed, anchor)
      expect([plan.by, plan.ignored, plan.wrong]).toEqual(['labels', [], []])
      sheet.apply(editOf(plan))
      expect(sheet.tables()).toEqual({ ...blankTables(format), [key]: tables[key] })
    }
  })

  it('pastes a whole report at once, titles in between left out', () => {
    const tables = balancedTables(form, variedLeaf(5))
    const print = ({ table, row, column }: CellRef) => String(tables[table][row]?.[column])
    const text = tableKeys
      .map((key) => `${form.tables[key].label}（2024年度）\r\n\r\n${excel(form, key, print).text}`)
      .join('\r\n')
    const sheet = sheetOf()
    const plan = planPaste(sheet, readClipboard({ text }, domOf), corner)
    sheet.apply(editOf(plan))
    expect(sheet.tables()).toEqual(tables)
    expect(plan.ignored).toHaveLength(3)
  })
})

describe('rows by their labels', () => {
  it.each<[string, string[][], Record<string, unknown>]>([
    [
      'in another order, some missing, no heads',
      block('四、结转下年度继续办理|1|0', '一、本年新收政府信息公开申请数量|5|2'),
      {
        'applications.carriedOut.naturalPerson': 1,
        'applications.carriedOut.business': 0,
        'applications.received.naturalPerson': 5,
        'applications.received.business': 2,
      },
    ],
    [
      'shortened and clipped as matchRows knows them',
      block(
        '三、本年度办理结果|（三）不予公开|2.其他法律行政止公开|7',
        '|（六）其他处理|1、逾期不补正|3',
      ),
      {
        'applications.refusedProhibitedByLaw.naturalPerson': 7,
        'applications.otherNotCorrected.naturalPerson': 3,
      },
    ],
    [
      'columns by their heads, in their order',
      block('|总 计|自然人|商业\n企业', '二、上年结转政府信息公开申请数量|3|2|1'),
      {
        'applications.carriedIn.total': 3,
        'applications.carriedIn.naturalPerson': 2,
        'applications.carriedIn.business': 1,
      },
    ],
    [
      'columns by shortened heads',
      block('信息内容|制发件数|废止件数|现行有效', '规章|1|2|3'),
      {
        'disclosure.regulations.issued': 1,
        'disclosure.regulations.repealed': 2,
        'disclosure.regulations.inForce': 3,
      },
    ],
    [
      'heads of columns alone, rows from the cell down',
      block('总计|自然人', '3|2', '1|0'),
      {
        'applications.received.total': 3,
        'applications.received.naturalPerson': 2,
        'applications.carriedIn.total': 1,
        'applications.carriedIn.naturalPerson': 0,
      },
    ],
    [
      'blanks at both ends of a row',
      block('一、本年新收政府信息公开申请数量|||||3|', '（一）予以公开||1||||2'),
      {
        'applications.received.naturalPerson': null,
        'applications.received.legalService': 3,
        'applications.received.otherOrganization': null,
        'applications.granted.naturalPerson': null,
        'applications.granted.business': 1,
        'applications.granted.otherOrganization': 2,
      },
    ],
    [
      'rows whose merged cells were lost',
      block(
        '一、本年新收政府信息公开申请数量|1|2|3|4|5|6|21|',
        '三、本年度办理结果|（一）予以公开|1|2|3|4|5|6|21',
      ),
      Object.fromEntries(
        ['received', 'granted'].flatMap((row) =>
          Object.values(form.tables.applications.groups[0]?.columns ?? []).map(({ key }, i) => [
            `applications.${row}.${key}`,
            i === 6 ? 21 : i + 1,
          ]),
        ),
      ),
    ],
    [
      'table 4 as three rows',
      block(
        '|结果维持|结果纠正|其他结果|尚未审结|总计',
        '行政诉讼 复议后起诉|1|0|0|0|1',
        '复议后起诉|1|0|0|2|3',
        '行政复议|5|0|0|0|5',
      ),
      {
        ...disputes('litigationAfterReconsideration', [1, 0, 0, 2, 3]),
        ...disputes('reconsideration', [5, 0, 0, 0, 5]),
      },
    ],
  ])('%s', (_, printed, values) => {
    const plan = planPaste(sheetOf(), printed, corner)
    expect(plan.by).toBe('labels')
    for (const [path, value] of Object.entries(values)) {
      expect([path, valuesOf(plan)[path]]).toEqual([path, value])
    }
  })

  it('lists the rows, columns and cells that the form does not have', () => {
    const printed = block(
      '|自然人|外国人|备注',
      '一、本年新收政府信息公开申请数量|5|1|见附件',
      '（八）其他情形|2|0|',
    )
    const plan = planPaste(sheetOf(), printed, corner)
    expect(valuesOf(plan)).toEqual({ 'applications.received.naturalPerson': 5 })
    expect(plan.ignored.map(({ text }) => text)).toEqual([
      '外国人',
      '备注',
      '1 | 见附件',
      '（八）其他情形 | 2 | 0',
    ])
  })
})

function disputes(row: string, values: number[]): Record<string, number> {
  const columns = ['upheld', 'corrected', 'otherOutcome', 'pending', 'total']
  return Object.fromEntries(columns.map((key, i) => [`disputes.${row}.${key}`, values[i] ?? NaN]))
}

describe('cells by position', () => {
  it('go from the cell to the right and down', () => {
    const plan = planPaste(
      sheetOf(),
      block('1|2', '3|4'),
      at('applications.carriedIn.legalService'),
    )
    expect(plan.by).toBe('position')
    expect(valuesOf(plan)).toEqual({
      'applications.carriedIn.legalService': 1,
      'applications.carriedIn.otherOrganization': 2,
      'applications.granted.legalService': 3,
      'applications.granted.otherOrganization': 4,
    })
  })

  it('follow the rows of table 2 over its groups, with or without the heads between', () => {
    const values = ['1|2|3', '4|5|6', '7||', '8||', '9||', '10.5||']
    const bare = planPaste(sheetOf(), block(...values), at('disclosure.regulations.issued'))
    const head = '本年处理决定数量||'
    const withHeads = [
      '本年制发件数|本年废止件数|现行有效件数',
      '1|2|3',
      '4|5|6',
      '||',
      head,
      '7||',
    ]
    const headed = planPaste(
      sheetOf(),
      block(...withHeads, '||', head, '8||', '9||', '||', '本年收费金额（单位：万元）||', '10.5||'),
      at('disclosure.regulations.issued'),
    )
    expect(Object.values(valuesOf(bare))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10.5])
    expect(valuesOf(headed)).toEqual(valuesOf(bare))
    expect([bare.ignored, headed.ignored]).toEqual([[], []])
  })

  it.each([
    ['one row of fifteen', block('1|2|3|4|5|6|7|8|9|10|11|12|13|14|15')],
    ['three rows of five', block('1|2|3|4|5', '6|7|8|9|10', '11|12|13|14|15')],
  ])('fill table 4 from %s', (_, printed) => {
    const plan = planPaste(sheetOf(), printed, at('disputes.reconsideration.upheld'))
    const expected = cellRefsOf(form).filter(({ table }) => table === 'disputes')
    expect(plan.placements.map(({ cell }) => cell)).toEqual(expected)
    expect(plan.placements.map(({ value }) => value)).toEqual(expected.map((_, i) => i + 1))
  })

  it('fill table 4 in its order where its head does not say which lawsuits are meant', () => {
    const heads = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].join('|')
    const values = Array.from({ length: 15 }, (_, i) => i + 1)
    const printed = block(
      `行政复议|||||行政诉讼${'|'.repeat(9)}`,
      [heads, heads, heads].join('|'),
      values.join('|'),
    )
    const plan = planPaste(sheetOf(), printed, at('disputes.litigationDirect.total'))
    expect(plan.placements.map(({ value }) => value)).toEqual(values)
    expect(Object.keys(valuesOf(plan))).toHaveLength(15)
  })

  it.each<[string, CellRef, string[][], string[]]>([
    ['right', at('applications.received.total'), block('1|2|3'), ['2 | 3']],
    ['below', at('applications.carriedOut.total'), block('1', '2', '3'), ['2', '3']],
    ['table 4', at('disputes.litigationAfterReconsideration.total'), block('1|2'), ['2']],
    [
      'below table 4',
      at('disputes.reconsideration.upheld'),
      block('1|2|3|4|5|6', '7|8'),
      ['7 | 8'],
    ],
  ])('list what is beyond the table: %s', (_, anchor, printed, texts) => {
    const plan = planPaste(sheetOf(), printed, anchor)
    expect(plan.ignored.map(({ text }) => text)).toEqual(texts)
    expect(plan.placements[0]?.value).toBe(1)
  })

  it('a single cell fills the selection', () => {
    const selection = [corner, at('applications.carriedIn.naturalPerson')]
    const plan = planPaste(sheetOf(), block('0'), corner, { selection })
    expect(plan.placements.map(({ cell, value }) => [cell, value])).toEqual(
      selection.map((cell) => [cell, 0]),
    )
  })
})

describe('what stands in the cells', () => {
  const amount = at('disclosure.fees.amount')

  it.each<[string, CellRef, unknown]>([
    ['１，２３４', corner, 1234],
    ['1,234', corner, 1234],
    [' 12\u00a0', corner, 12],
    ['-', corner, 0],
    ['—', corner, 0],
    ['3件', corner, 3],
    ['18.8710', amount, 18.871],
    ['3.5万元', amount, 3.5],
    ['', corner, null],
  ])('%j is read as %p', (printed, cell, value) => {
    const plan = planPaste(sheetOf(), [[printed]], cell)
    expect([plan.placements[0]?.value, plan.wrong]).toEqual([value, []])
  })

  it.each<[string, CellRef, unknown, RegExp]>([
    ['十二', corner, '十二', /自然人”列的值“十二”不是数字/],
    ['-3', corner, -3, /的值-3是负数/],
    ['251000元', amount, '251000元', /单位与表格要求（万元）不符/],
    ['0 0', corner, '0 0', /不是数字/],
    ['007', corner, '007', /不是数字/],
  ])('%j stays, and is wrong', (printed, cell, value, message) => {
    const sheet = sheetOf()
    const plan = planPaste(sheet, [[printed]], cell)
    expect(plan.placements[0]?.value).toBe(value)
    expect(plan.wrong).toMatchObject([{ cell, text: String(value) }])
    expect(plan.wrong[0]?.message).toMatch(message)
    sheet.apply(editOf(plan))
    expect(sheet.wrongEntries()).toHaveLength(1)
  })

  it('a number under a head in another unit does not pass as one in ours', () => {
    const printed = block('信息内容|本年收费金额（单位：元）', '行政事业性收费|251000')
    const plan = planPaste(sheetOf(), printed, corner)
    expect([valuesOf(plan), plan.wrong.length]).toEqual([
      { 'disclosure.fees.amount': '251000元' },
      1,
    ])
  })

  it('a note after a number is listed', () => {
    const plan = planPaste(sheetOf(), [['22（其中修订16件）']], corner)
    expect([plan.placements[0]?.value, plan.ignored[0]?.text]).toEqual([22, '(其中修订16件)'])
  })

  it('blanks clear or keep what is there, as one likes', () => {
    const path = 'applications.received.naturalPerson'
    const filled = sheetOf(form, withCells(blankTables(form), { [path]: 5 }))
    const clearing = planPaste(filled, block('|2'), corner)
    expect(clearing.blanksOverFilled).toEqual([corner])
    expect(editOf(clearing).changes.map(({ value }) => value)).toEqual([null, 2])
    const keeping = planPaste(filled, block('|2'), corner, { blanks: 'keep' })
    expect(editOf(keeping).changes.map(({ value }) => value)).toEqual([2])
    expect(keeping.blanksOverFilled).toEqual([corner])
  })

  it('sums up in one line', () => {
    const path = 'applications.received.naturalPerson'
    const filled = sheetOf(form, withCells(blankTables(form), { [path]: 5 }))
    const printed = block('|自然人|商业企业|备注', '一、本年新收政府信息公开申请数量||十|')
    expect(planPaste(filled, printed, corner).summary).toBe(
      '按行名和表头对应 2 格，改动 2 格；1 格不是有效数值，将标为错误；1 处空白对应已填写的单元格；1 处内容不填入',
    )
    expect(planPaste(filled, [], corner).summary).toBe('没有可以填入的内容')
  })
})
