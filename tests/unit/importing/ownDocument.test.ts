import fc from 'fast-check'
import { describe, expect, it } from '@jest/globals'
import { formatOf, formats } from '../../../src/formats/index.ts'
import { cellRefsOf, findColumn } from '../../../src/formats/cells.ts'
import type { CellValue, TablesData } from '../../../src/formats/types.ts'
import { readReport } from '../../../src/importing/readReport.ts'
import type { ImportedReport } from '../../../src/importing/types.ts'
import { publishedDocument } from '../../../src/publication/publishedDocument.ts'
import type { ReportContent } from '../../../src/publication/types.ts'
import { escapeHtml } from '../../../src/publication/escapeHtml.ts'
import { subsectionNumber } from '../../../src/narrative/numerals.ts'
import { arbitraryBalanced } from '../../support/arbitraryReports.ts'
import { publicationOf, reportContent, section } from '../../support/publications.ts'
import type { ContentOptions } from '../../support/publications.ts'

/** Our own page, read as any other that somebody brings. */
function readBack(content: ReportContent, revision = 1): ImportedReport {
  const correctionReason = revision > 1 ? '更正主动公开数量' : null
  const publication = publicationOf(content, { revision, correctionReason })
  const html = publishedDocument(publication, 'https://gk.example.gov.cn', '2021/images')
  return readReport({ name: 'report.html', data: Buffer.from(html) })
}

const published = ({ tables }: ReportContent): TablesData =>
  Object.fromEntries(
    Object.entries(tables).map(([table, { rows }]) => [
      table,
      Object.fromEntries(rows.map(({ key, cells }) => [key, cells])),
    ]),
  ) as TablesData

/** A number as large as its kind allows, or none. */
const arbitraryContent: fc.Arbitrary<ContentOptions> = fc
  .record({
    format: fc.constantFrom(...formats.map(({ key }) => key)),
    values: fc.array(
      fc.oneof(
        fc.constant(null),
        fc.constant(0),
        fc.nat({ max: 9_999_999_999 }),
        fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }),
        fc.integer({ min: 0, max: 99_999_999 }).map((millionths) => millionths / 1e6),
      ),
      { minLength: 211, maxLength: 211 },
    ),
  })
  .map(({ format, values }) => ({ format, tables: tablesOf(format, values) }))

/** Gives each cell the value in its place, as far as its kind can hold it. */
function tablesOf(format: string, values: readonly CellValue[]): TablesData {
  const tables: TablesData = { disclosure: {}, applications: {}, disputes: {} }
  cellRefsOf(formatOf(format)).forEach((ref, i) => {
    const type = findColumn(formatOf(format), ref)?.type ?? 'count'
    const value = values[i] ?? null
    ;(tables[ref.table][ref.row] ??= {})[ref.column] = value === null ? null : fitted[type](value)
  })
  return tables
}

const fitted = {
  count: (value: number) => Math.abs(Math.trunc(value)),
  signed: (value: number) => Math.trunc(value) + 0,
  money: (value: number) => Math.abs(value),
}

const arbitraryLine = fc.constantFrom(
  '本年度公开政府信息，未收到投诉举报。',
  '“柳河发布”微信公众号累计发布信息40条，较上年增长12.5%。',
  '<人员> & "培训"有待加强：一是人手不足；二是经验不足。',
  '1.健全机制；2.加强培训。',
  '详见 https://www.example.gov.cn/gk?a=1&b=2 。',
)

const arbitraryBody = fc.array(arbitraryLine, { maxLength: 3 })

const arbitrarySections = fc.record({
  overview: arbitraryBody,
  headings: fc.uniqueArray(fc.constantFrom('主动公开', '依申请公开', '政府信息管理', '平台建设')),
  disclosure: arbitraryBody,
  problems: arbitraryBody,
})

const bodyOf = (lines: readonly string[]) =>
  lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')

const narrativeOf = ({ sections }: ImportedReport) =>
  sections.map(({ key, heading, paragraphs, children }) => ({ key, heading, paragraphs, children }))

describe('our own document, imported', () => {
  it.each(formats.map(({ key }) => key))('gives back every blank of form %s', (format) => {
    const content = reportContent({ format, fill: null })
    expect(readBack(content).tables).toEqual(published(content))
  })

  it('gives back every cell of any report, in its form', () => {
    fc.assert(
      fc.property(arbitraryContent, (options) => {
        const content = reportContent(options)
        const read = readBack(content)
        expect(read.format).toBe(content.format)
        expect(read.tables).toEqual(published(content))
      }),
      { numRuns: 60 },
    )
  })

  it('gives back every cell of any report that adds up', () => {
    fc.assert(
      fc.property(arbitraryBalanced, ({ format, tables }) => {
        expect(readBack(reportContent({ format: format.key, tables })).tables).toEqual(tables)
      }),
      { numRuns: 30 },
    )
  })

  it('gives back the text, paragraph by paragraph under its headings', () => {
    fc.assert(
      fc.property(arbitrarySections, ({ overview, headings, disclosure, problems }) => {
        const bodies: Record<string, string[]> = { overview, disclosure, problems }
        const content = reportContent()
        const sections = content.sections.map((part) => ({
          ...part,
          html: bodyOf(bodies[part.key] ?? []),
          text: '',
          children: part.key === 'overview' ? headings.map(childOf(problems)) : [],
        }))
        const read = readBack({ ...content, sections })
        expect(narrativeOf(read)).toEqual(
          content.sections.map(({ key, heading }) => ({
            key,
            heading,
            paragraphs: bodies[key] ?? [],
            children:
              key === 'overview'
                ? headings.map((heading) => ({ heading, paragraphs: problems }))
                : [],
          })),
        )
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['as it was published first', 1],
    ['with the notice of a correction', 3],
  ])('gives back all that the text says, %s', (_, revision) => {
    const content: ReportContent = {
      ...reportContent({
        overview: '<p>全年主动公开政府信息120条，其中通过“柳河发布”微信公众号发布信息40条。</p>',
      }),
      preamble: [
        '根据《中华人民共和国政府信息公开条例》编制本报告。',
        '所列数据统计期限自2021年1月1日起至2021年12月31日止。如有疑问，请与党政办公室联系（电话：0536-6921106，地址：柳河镇兴农路18号，邮箱：gk@example.gov.cn）。',
      ].join('\n'),
    }
    const read = readBack(content, revision)
    expect(read).toMatchObject({
      title: content.title,
      organizationName: content.organization.name,
      year: content.year,
      format: content.format,
      period: content.period,
      contact: {
        office: '党政办公室',
        phone: '0536-6921106',
        address: '柳河镇兴农路18号',
        email: 'gk@example.gov.cn',
      },
      signedOn: content.signature.date,
      preamble: content.preamble.split('\n'),
      disclosureFigures: { total: 120, channels: [{ name: '“柳河发布”微信公众号', count: 40 }] },
    })
    expect(read.unread.map(({ text }) => text.slice(0, 4))).toEqual(
      revision > 1 ? ['更正说明'] : [],
    )
  })
})

const childOf = (lines: readonly string[]) => (heading: string, i: number) =>
  section(`overview.${i + 1}`, subsectionNumber(i + 1) + heading, bodyOf(lines))
