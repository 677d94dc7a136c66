import { load } from 'cheerio'
import type { CheerioAPI } from 'cheerio'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { formatOf, formats, tableKeys } from '../../../src/formats/index.ts'
import { layoutOf } from '../../../src/formats/layout.ts'
import { wordDocument } from '../../../src/publication/docx/wordDocument.ts'
import { cellsOf } from '../../../src/publication/publishedCells.ts'
import type { Publication, ReportContent } from '../../../src/publication/types.ts'
import { longReport } from '../../support/longReport.ts'
import { publicationOf, reportContent, section } from '../../support/publications.ts'
import { everythingHtml } from '../../support/richText.ts'

interface WordFile {
  /** A part of the package as XML. */
  part: (path: string) => CheerioAPI
  paths: string[]
}

async function wordFile(publication: Publication, files?: Map<string, Buffer>): Promise<WordFile> {
  const parts = unzipSync(await wordDocument(publication, files))
  return {
    part: (path) => load(strFromU8(parts[path] ?? new Uint8Array()), { xml: true }),
    paths: Object.keys(parts),
  }
}

const bodyOf = async (content: ReportContent): Promise<CheerioAPI> =>
  (await wordFile(publicationOf(content))).part('word/document.xml')

/** The words of each paragraph in a style. */
const inStyle = ($: CheerioAPI, style: string): string[] =>
  $(`w\\:p:has(> w\\:pPr > w\\:pStyle[w\\:val="${style}"])`)
    .toArray()
    .map((paragraph) => $(paragraph).text())

describe('the Word document', () => {
  let file: WordFile
  let $: CheerioAPI

  beforeAll(async () => {
    const { publication, files } = await longReport('2021')
    file = await wordFile(publication, files)
    $ = file.part('word/document.xml')
  })

  it('has the title, the headings on two levels, and the signature', () => {
    expect(inStyle($, 'Title')).toEqual([
      '示例市柳河区人民政府政务服务管理办公室2024年政府信息公开工作年度报告',
    ])
    expect(inStyle($, 'Heading1')).toEqual(formatOf('2021').sections.map(({ heading }) => heading))
    expect(inStyle($, 'Heading2').map((heading) => heading.slice(0, 3))).toEqual([
      '（一）',
      '（二）',
      '（三）',
    ])
    expect(inStyle($, 'Signature')).toEqual([
      '示例市柳河区人民政府政务服务管理办公室',
      '2025年1月20日',
    ])
  })

  it('is on A4 with the margins of an official document, and numbered — 1 —', () => {
    expect($('w\\:pgSz').attr()).toMatchObject({ 'w:w': '11906', 'w:h': '16838' })
    expect($('w\\:pgMar').attr()).toMatchObject({
      ...{ 'w:top': '2098', 'w:bottom': '1984', 'w:left': '1587', 'w:right': '1474' },
    })
    const footers = file.paths.filter((path) => path.startsWith('word/footer'))
    expect(footers).toHaveLength(2)
    for (const path of footers) {
      expect(file.part(path).text().replace(/\s+/g, '')).toBe('—PAGE—')
    }
  })

  it('is set in the official fonts, and names others in their place', () => {
    const styles = file.part('word/styles.xml')
    const fontOf = (style: string) =>
      styles(`w\\:style[w\\:styleId="${style}"] w\\:rFonts`).attr('w:eastAsia')
    expect(['Title', 'Heading1', 'Heading2'].map(fontOf)).toEqual([
      '方正小标宋简体',
      '黑体',
      '楷体_GB2312',
    ])
    const defaults = styles('w\\:docDefaults')
    expect(defaults.find('w\\:rFonts').attr('w:eastAsia')).toBe('仿宋_GB2312')
    expect(defaults.find('w\\:sz').attr('w:val')).toBe('32')
    expect(defaults.find('w\\:spacing').attr()).toMatchObject({
      'w:line': '580',
      'w:lineRule': 'exact',
    })
    const fonts = file.part('word/fontTable.xml')
    expect(fonts('w\\:font[w\\:name="方正小标宋简体"] w\\:altName').attr('w:val')).toContain(
      '华文中宋,宋体,Noto Serif CJK SC',
    )
  })

  it('tells of the correction, and who published what in its properties', () => {
    expect(inStyle($, 'CorrectionNotice')).toEqual([
      '更正说明：本报告于2025年1月25日更正后重新发布，为第2次发布。更正原因：更正行政事业性收费金额。',
    ])
    const core = file.part('docProps/core.xml')
    expect(core('dc\\:title').text()).toBe(
      '示例市柳河区人民政府政务服务管理办公室2024年政府信息公开工作年度报告',
    )
    expect(core('dc\\:creator').text()).toBe('示例市柳河区人民政府政务服务管理办公室')
    expect(core('dcterms\\:created').text()).toBe('2025-01-25T02:00:00.000Z')
    expect(core('dcterms\\:modified').text()).toBe('2025-01-25T02:00:00.000Z')
  })

  it('keeps the last paragraph with the signature, which must not stand alone on a page', () => {
    const last = $('w\\:p').filter((_, one) => $(one).text() === '本年度未收取信息处理费。')
    expect(last.find('w\\:keepNext').length).toBe(1)
    expect($('w\\:p:has(> w\\:pPr > w\\:pStyle[w\\:val="BodyText"]) w\\:keepNext').length).toBe(1)
  })

  it('says nothing of a correction in what was published first', async () => {
    expect(inStyle(await bodyOf(reportContent()), 'CorrectionNotice')).toEqual([])
  })

  it('shows the pictures, no wider than the text, with what they show in words', () => {
    expect(file.paths.filter((path) => path.startsWith('word/media/'))).toHaveLength(1)
    expect($('wp\\:docPr').attr()).toMatchObject({ id: '1', descr: '政务公开专区' })
    expect(Number($('wp\\:extent').attr('cx')) / 36_000).toBeCloseTo(156, 0)
  })

  it('says in words what a picture shows that cannot be had', async () => {
    const { publication } = await longReport('2021')
    const without = (await wordFile(publication)).part('word/document.xml')
    expect(inStyle(without, 'Picture')).toEqual(['（图片：政务公开专区）'])
  })
})

describe.each(formats.map(({ key }) => key))('the tables of form %s in Word', (format) => {
  it('have every cell, its merged heads, and heads that are repeated', async () => {
    const tables = {
      applications: { received: { naturalPerson: null, business: 0, total: 77 } },
      disclosure: { licensing: { decisions: 5 } },
    }
    const content = reportContent({ format, tables })
    const $ = await bodyOf(content)
    const read = cellsOf(content)
    tableKeys.forEach((key, i) => {
      const layout = layoutOf(key, formatOf(format).tables[key])
      const table = $('w\\:tbl').eq(i)
      // What a cell above reaches into is no cell of its own.
      const cells = table.find('w\\:tc:not(:has(w\\:vMerge[w\\:val="continue"]))').toArray()
      expect(cells.map((cell) => $(cell).text())).toEqual(
        layout.rows.flat().map(({ cell, text }) => (cell ? String(read(cell) ?? '') : text)),
      )
      expect(table.find('w\\:gridCol').length).toBe(layout.columns)
      const spans = cells.map((cell) => Number($(cell).find('w\\:gridSpan').attr('w:val') ?? 1))
      expect(spans).toEqual(layout.rows.flat().map(({ colSpan }) => colSpan))
      const heads = { disclosure: 0, applications: 3, disputes: 3 }
      expect(table.find('w\\:tblHeader').length).toBe(heads[key])
    })
  })
})

describe('the text of a section in Word', () => {
  it('keeps bold, italics, underlines, links, lists, headings and tables', async () => {
    const content = reportContent({ overview: everythingHtml, children: [] })
    const file = await wordFile(publicationOf(content))
    const $ = file.part('word/document.xml')
    const runOf = (words: string) =>
      $('w\\:r')
        .filter((_, run) => $(run).text() === words)
        .find('w\\:rPr')
    expect(inStyle($, 'Heading3')).toEqual(['主动公开'])
    expect(inStyle($, 'Heading4')).toEqual(['政策解读'])
    expect(runOf('加粗').find('w\\:b').length).toBe(1)
    expect(runOf('斜体').find('w\\:i').length).toBe(1)
    expect(runOf('下划线').find('w\\:u').attr('w:val')).toBe('single')
    expect(runOf('全部').find('w\\:b, w\\:i, w\\:u').length).toBe(3)
    const targets = $('w\\:hyperlink')
      .toArray()
      .map((link) => {
        const id = $(link).attr('r:id') ?? ''
        return file.part('word/_rels/document.xml.rels')(`Relationship[Id="${id}"]`).attr('Target')
      })
    expect(targets).toEqual(['https://www.example.cn/gk?a=1&b=2', 'mailto:gk@example.cn'])
    const items = $('w\\:p:has(w\\:numPr)').toArray()
    expect(items.map((item) => [$(item).text(), $(item).find('w\\:ilvl').attr('w:val')])).toEqual([
      ['其一', '0'],
      ['其二', '0'],
      ['甲', '1'],
    ])
    const table = $('w\\:tbl').first()
    expect(table.find('w\\:gridSpan').eq(1).attr('w:val')).toBe('2')
    expect(
      table
        .find('w\\:tc')
        .toArray()
        .map((cell) => $(cell).text()),
    ).toEqual(['事项', '件数', '公文', '12', ''])
    expect(table.find('w\\:tblHeader').length).toBe(1)
  })

  it.each([
    ['a cell that reaches below the last row', '<tr><td rowspan="9">甲</td><td>乙</td></tr>'],
    ['a cell over a thousand columns', '<tr><td colspan="1000">甲</td></tr><tr><td>乙</td></tr>'],
    ['rows of different length', '<tr><td>甲</td></tr><tr><td>乙</td><td>丙</td></tr>'],
    ['a row without cells', '<tr></tr><tr><td>甲</td></tr>'],
    ['no rows', ''],
  ])('takes a table with %s', async (_, rows) => {
    const overview = `<table><tbody>${rows}</tbody></table><p>其后</p>`
    const $ = await bodyOf(reportContent({ overview, children: [] }))
    expect(inStyle($, 'BodyText')).toContain('其后')
    const words = rows.replace(/<[^>]*>/g, '')
    expect($('w\\:tbl').first().text()).toContain(words)
  })

  it('lets no hostile text become markup, nor break the file', async () => {
    const hostile = '</w:t><w:p/>&amp;"\'\u0000\u0001\u000b\uffff<script>'
    const content = {
      ...reportContent({ name: hostile, title: hostile, overview: `<p>${hostile}</p>` }),
      preamble: hostile,
    }
    const children = [section('x', hostile, '')]
    const sections = content.sections.map((part) => ({ ...part, heading: hostile, children }))
    const { part } = await wordFile(
      publicationOf({ ...content, sections }, { revision: 2, correctionReason: hostile }),
    )
    const xml = part('word/document.xml').xml() + part('docProps/core.xml').xml()
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\uffff]/)
    expect(xml).not.toContain('<script>')
    const $ = part('word/document.xml')
    expect(inStyle($, 'Heading1')[0]).toBe('</w:t><w:p/>&amp;"\'<script>')
  })
})
