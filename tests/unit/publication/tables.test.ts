import { load } from 'cheerio'
import { describe, expect, it } from '@jest/globals'
import { formats, tableKeys } from '../../../src/formats/index.ts'
import { tableCsv } from '../../../src/publication/tableCsv.ts'
import { tableHtml } from '../../../src/publication/tableHtml.ts'
import { reportContent } from '../../support/publications.ts'

/** Reads CSV as RFC 4180 defines it, quotes and all. */
function parseCsv(csv: string): string[][] {
  expect(csv.startsWith('\uFEFF')).toBe(true)
  expect(csv.endsWith('\r\n')).toBe(true)
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  return csv
    .slice(1, -2)
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    )
}

const content = reportContent({
  tables: {
    applications: {
      received: { naturalPerson: 12, total: 13 },
      refusedStateSecret: { naturalPerson: null },
    },
    disclosure: { fees: { amount: 24252.311082 } },
    disputes: { litigationDirect: { pending: 2, total: 2 } },
  },
})

describe('a table as CSV', () => {
  it('keeps the applications as on the form: three columns of labels and seven of values', () => {
    const [head, ...lines] = parseCsv(tableCsv(content, 'applications'))
    expect(head).toEqual([
      ...['项目', '分项', '细项', '自然人', '法人或其他组织·商业企业', '法人或其他组织·科研机构'],
      ...[
        '法人或其他组织·社会公益组织',
        '法人或其他组织·法律服务机构',
        '法人或其他组织·其他',
        '总计',
      ],
    ])
    expect(lines).toHaveLength(25)
    expect(lines.every((line) => line.length === 10)).toBe(true)
    expect(lines[0]).toEqual([
      ...['一、本年新收政府信息公开申请数量', '', ''],
      ...['12', '0', '0', '0', '0', '0', '13'],
    ])
    expect(lines[4]?.slice(0, 5)).toEqual([
      ...['三、本年度办理结果', '（三）不予公开', '1.属于国家秘密', '', '0'],
    ])
  })

  it('gives the disclosures one value a line, with group and unit', () => {
    const [head, ...lines] = parseCsv(tableCsv(content, 'disclosure'))
    expect(head).toEqual(['分组', '信息内容', '指标', '数值', '单位'])
    expect(lines).toHaveLength(10)
    expect(lines.at(-1)).toEqual([
      ...[
        '第二十条第（八）项',
        '行政事业性收费',
        '本年收费金额（单位：万元）',
        '24252.311082',
        '万元',
      ],
    ])
  })

  it('gives the disputes a line for each of the three kinds', () => {
    const lines = parseCsv(tableCsv(content, 'disputes'))
    expect(lines).toEqual([
      ['项目', '分项', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
      ['行政复议', '', '0', '0', '0', '0', '0'],
      ['行政诉讼', '未经复议直接起诉', '0', '0', '0', '2', '2'],
      ['行政诉讼', '复议后起诉', '0', '0', '0', '0', '0'],
    ])
  })

  it('keeps a negative number a number', () => {
    const decreased = reportContent({
      year: 2019,
      tables: { disclosure: { penalty: { change: -18 } } },
    })
    const line = parseCsv(tableCsv(decreased, 'disclosure')).find((fields) =>
      fields.join().includes('行政处罚,本年增/减'),
    )
    expect(line?.[3]).toBe('-18')
  })
})

describe('a table as HTML', () => {
  it.each(formats.flatMap(({ key }) => tableKeys.map((table) => [key, table] as const)))(
    'of format %s, %s, is a full grid with a caption and a scope on every head',
    (format, table) => {
      const $ = load(tableHtml(reportContent({ format }), table))
      expect($('caption').text()).not.toBe('')
      expect(
        $('th')
          .toArray()
          .every((head) => $(head).attr('scope') !== undefined),
      ).toBe(true)
      expect($('td').length).toBe(
        reportContent({ format }).tables[table].rows.flatMap(({ cells }) => Object.keys(cells))
          .length,
      )
      expect(new Set(widths($))).toHaveProperty('size', 1)
    },
  )

  it('shows a blank as nothing and zero as 0', () => {
    const $ = load(tableHtml(content, 'applications'))
    const row = $('th:contains("1.属于国家秘密")').parent()
    expect(row.find('td').first().text()).toBe('')
    expect(row.find('td').last().text()).toBe('0')
  })

  it('begins a body with every group of the disclosures', () => {
    const $ = load(tableHtml(content, 'disclosure'))
    expect($('tbody').length).toBe(4)
    expect($('tbody > tr:first-child > th[scope=rowgroup]').length).toBe(4)
  })
})

/** How many columns each row covers, with the cells that reach down into it. */
function widths($: ReturnType<typeof load>): number[] {
  const reaching: number[] = []
  return $('tr')
    .toArray()
    .map((row, index) => {
      let width = reaching[index] ?? 0
      for (const cell of $(row).children().toArray()) {
        const columns = Number($(cell).attr('colspan') ?? 1)
        width += columns
        for (let below = 1; below < Number($(cell).attr('rowspan') ?? 1); below++) {
          reaching[index + below] = (reaching[index + below] ?? 0) + columns
        }
      }
      return width
    })
}
