import { describe, expect, it } from '@jest/globals'
import { blankTables, cellRefsOf } from '../../../src/formats/cells.ts'
import { formatOf, formats } from '../../../src/formats/index.ts'
import { cellPath } from '../../../src/formats/labels.ts'
import { figureOptions, searchFigures } from '../../../src/narrative/figureOptions.ts'
import {
  figureLabel,
  figureText,
  figureValue,
  formHasSource,
  parseSource,
  type FigureContext,
} from '../../../src/narrative/figures.ts'

const format = formatOf('2021')
const channels = [{ id: 'c-1', name: '“清河发布”微信公众号', count: 242 }]

function contextWith(): FigureContext {
  const tables = blankTables(format)
  Object.assign(tables.applications.received!, { naturalPerson: 0, total: 1234 })
  Object.assign(tables.disclosure.fees!, { amount: 0.000001 })
  return { format, tables, figures: { total: null, channels } }
}

const received = 'tables.applications.received.total'

describe('a source', () => {
  it.each([
    [received, { kind: 'cell', cell: { table: 'applications', row: 'received', column: 'total' } }],
    ['disclosureFigures.total', { kind: 'total' }],
    ['disclosureFigures.channels.c-1', { kind: 'channel', id: 'c-1' }],
  ])('%s', (source, parsed) => {
    expect(parseSource(source)).toEqual(parsed)
  })

  it.each([
    [''],
    ['tables'],
    ['tables.applications.received'],
    ['tables.applications.received.total.more'],
    ['tables.others.received.total'],
    ['tables.constructor.a.b'],
    ['disclosureFigures.channels.'],
    ['disclosureFigures.channels.a b'],
    ['disclosureFigures.total '],
    [5],
    [null],
  ])('is not %p', (source) => {
    expect(parseSource(source)).toBeUndefined()
  })

  it('belongs to a form when the form has the cell', () => {
    expect(formHasSource(format, received)).toBe(true)
    expect(formHasSource(format, 'disclosureFigures.channels.gone')).toBe(true)
    expect(formHasSource(format, 'tables.disclosure.procurement.amount')).toBe(false)
    expect(formHasSource(formatOf('2019'), 'tables.disclosure.procurement.amount')).toBe(true)
    expect(formHasSource(format, 'nothing')).toBe(false)
  })
})

describe('the number of a figure', () => {
  it.each<[string, string, number | null | undefined, string]>([
    ['a cell, without separators', received, 1234, '1234'],
    ['zero', 'tables.applications.received.naturalPerson', 0, '0'],
    ['a small amount', 'tables.disclosure.fees.amount', 0.000001, '0.000001'],
    ['a channel', 'disclosureFigures.channels.c-1', 242, '242'],
    ['a blank', 'tables.applications.carriedIn.total', null, '〔未填〕'],
    ['a blank total', 'disclosureFigures.total', null, '〔未填〕'],
    ['a channel that is gone', 'disclosureFigures.channels.c-2', undefined, '〔未填〕'],
    ['a cell of another form', 'tables.disclosure.procurement.amount', undefined, '〔未填〕'],
    ['a name of Object.prototype', 'tables.applications.received.toString', undefined, '〔未填〕'],
    ['nothing', '', undefined, '〔未填〕'],
  ])('%s', (_, source, value, text) => {
    expect(figureValue(contextWith(), source)).toBe(value)
    expect(figureText(contextWith(), source)).toBe(text)
  })
})

describe('what a figure is called', () => {
  it.each([
    [received, '依申请公开表“一、本年新收政府信息公开申请数量”行“总计”列'],
    ['disclosureFigures.total', '主动公开总数'],
    ['disclosureFigures.channels.c-1', '“清河发布”微信公众号的公开数量'],
    ['disclosureFigures.channels.c-2', '某个公开渠道的公开数量'],
    ['', '未选择的数据'],
  ])('%s', (source, label) => {
    expect(figureLabel(format, source, channels)).toBe(label)
  })
})

describe('the choices', () => {
  it.each(formats.map((form) => ({ form })))('hold every cell of $form.key', ({ form }) => {
    const sources = figureOptions(form, channels).map(({ source }) => source)
    expect(sources).toEqual([
      'disclosureFigures.total',
      'disclosureFigures.channels.c-1',
      ...cellRefsOf(form).map(cellPath),
    ])
    expect(sources.filter((source) => !formHasSource(form, source))).toEqual([])
  })

  it.each<[string, string[]]>([
    ['本年新收 总计', [received]],
    ['applications.received.total', [received]],
    ['清河发布', ['disclosureFigures.channels.c-1']],
    ['没有这种', []],
  ])('are found by %s', (search, sources) => {
    const found = searchFigures(figureOptions(format, channels), search)
    expect(found.map(({ source }) => source)).toEqual(sources)
  })

  it('are all there without a search, told apart by the merged labels', () => {
    const options = figureOptions(format, [])
    expect(searchFigures(options, ' ')).toHaveLength(options.length)
    const { row, column } = options.find(({ source }) =>
      source.endsWith('unprocessedRepeat.total'),
    )!
    expect([row, column]).toEqual(['三、本年度办理结果 › （五）不予处理 › 2.重复申请', '总计'])
  })
})
