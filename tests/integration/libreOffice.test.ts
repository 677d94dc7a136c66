import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readXlsx, type Workbook } from 'hucre/xlsx'
import { describe, expect, it } from '@jest/globals'
import { formatOf, formats, tableKeys } from '../../src/formats/index.ts'
import { readReport } from '../../src/importing/readReport.ts'
import { wordDocument } from '../../src/publication/docx/wordDocument.ts'
import { workbook } from '../../src/publication/xlsx/workbook.ts'
import { balancedTables, variedLeaf } from '../support/balancedTables.ts'
import { convert, hasLibreOffice, pagesOf } from '../support/libreOffice.ts'
import { longReport } from '../support/longReport.ts'
import { publicationOf, reportContent } from '../support/publications.ts'

const withOffice = hasLibreOffice ? describe : describe.skip
const patience = 180_000

/** What an office sees once it has computed everything anew. */
const recalculated = async (data: Buffer): Promise<Workbook> =>
  readXlsx(await convert('report.xlsx', data, 'xlsx'))

const rowsOf = ({ sheets }: Workbook, name: string) =>
  sheets.find((sheet) => sheet.name === name)?.rows ?? []
const verdictsOf = (book: Workbook) =>
  rowsOf(book, '勾稽关系')
    .filter(([number]) => typeof number === 'number')
    .map((row) => row[7])

/** With another number in a cell, and the stored results of the formulas as they were. */
function withCell(data: Buffer, sheet: number, cell: string, value: number): Buffer {
  const files = unzipSync(data)
  const path = `xl/worksheets/sheet${sheet}.xml`
  const xml = strFromU8(files[path] ?? new Uint8Array())
  const changed = xml.replace(
    new RegExp(`(<c r="${cell}"[^>]*><v>)[^<]*`),
    (_, start: string) => start + value,
  )
  expect(changed).not.toBe(xml)
  return Buffer.from(zipSync({ ...files, [path]: strToU8(changed) }))
}

withOffice('a workbook in LibreOffice', () => {
  const bytesOf = (format: string): Promise<Buffer> =>
    workbook(
      publicationOf(
        reportContent({ format, tables: balancedTables(formatOf(format), variedLeaf(5)) }),
      ),
      'https://gk.example.gov.cn',
    )

  it.each(formats.map(({ key }) => key))(
    'comes to the same figures and finds form %s balanced',
    async (format) => {
      const data = await bytesOf(format)
      const [stored, computed] = [await readXlsx(data), await recalculated(data)]
      for (const key of tableKeys) {
        const { label } = formatOf(format).tables[key]
        expect(filled(rowsOf(computed, label))).toEqual(filled(rowsOf(stored, label)))
      }
      const verdicts = verdictsOf(computed)
      expect(verdicts).toEqual(verdictsOf(stored))
      expect(verdicts.filter((verdict) => verdict === '平').length).toBeGreaterThan(38)
    },
    patience,
  )

  it(
    'shows by how much a figure is wrong that was changed, and where',
    async () => {
      const data = await bytesOf('2021')
      const book = await readXlsx(data)
      const applications = rowsOf(book, '依申请公开表')
      const row = applications.findIndex(([label]) => String(label).startsWith('一、'))
      const received = Number(applications[row]?.[3])
      const changed = await recalculated(withCell(data, 2, `D${row + 1}`, received + 5))
      expect(verdictsOf(changed).filter((verdict) => typeof verdict === 'number')).toEqual([-5, -5])
      expect(rowsOf(changed, '依申请公开表')[row]?.[10]).toBe(-5)
      expect(rowsOf(changed, '勾稽关系').flat().join()).toContain('有差额2项')
    },
    patience,
  )
})

withOffice('the Word document in LibreOffice', () => {
  it.each(['2019', '2021'])(
    'of form %s is printed on as many pages as it needs, with all its text and page numbers',
    async (format) => {
      const { publication, files } = await longReport(format)
      const pages = await pagesOf(
        await convert('report.docx', await wordDocument(publication, files), 'pdf'),
      )
      expect(pages.length).toBeGreaterThan(4)
      expect(pages.length).toBeLessThan(9)
      pages.forEach((page, i) => expect(page).toMatch(new RegExp(`—\\s*${i + 1}\\s*—\\s*$`)))
      const text = pages.join('').replace(/\s+/g, '')
      expect(text).toContain('更正说明：本报告于')
      for (const { heading, children } of publication.content.sections) {
        for (const words of [heading, ...children.map((child) => child.heading)]) {
          expect(text).toContain(words)
        }
      }
      expect(text).toContain('3.社会公益事业1.另一列表从一数起')
    },
    patience,
  )

  it.each(formats.map(({ key }) => key))(
    'of form %s, saved as a page, is imported with every cell and paragraph as it was',
    async (format) => {
      const tables = balancedTables(formatOf(format), variedLeaf(11))
      const content = reportContent({ format, tables })
      const html = await convert('report.docx', await wordDocument(publicationOf(content)), 'html')
      const read = readReport({ name: 'report.html', data: html })
      expect(read).toMatchObject({
        ...{ title: content.title, organizationName: content.organization.name },
        ...{ format, tables, signedOn: content.signature.date, preamble: [content.preamble] },
      })
      expect(read.sections.map(({ heading }) => heading)).toEqual(
        content.sections.map(({ heading }) => heading),
      )
      expect(read.sections[0]?.children).toEqual([
        { heading: '主动公开', paragraphs: ['公开渠道运行正常。'] },
      ])
    },
    patience,
  )
})

/** Without the empty cells at the ends of rows, which a program may write or leave out. */
const filled = (rows: Workbook['sheets'][number]['rows']) =>
  rows.map((row) =>
    row
      .map((value) => value ?? '')
      .join('|')
      .replace(/\|+$/, ''),
  )
