// node dist/publications.js COUNT: fills an empty embedded database with published reports.
import { randomUUID } from 'node:crypto'
import { getPayload, type Payload } from 'payload'
import config from '@payload-config'
import { format2021 } from '../src/formats/format2021.ts'
import { canonicalJson, digestOf } from '../src/publication/canonical.ts'
import { searchTextOf } from '../src/publication/searchText.ts'
import type { PublishedSection, ReportContent } from '../src/publication/types.ts'
import { yingqiu2020 } from '../src/sample/yingqiu2020.ts'
import { yingqiu2021 } from '../src/sample/yingqiu2021.ts'
import { balancedTables, variedLeaf } from '../tests/support/balancedTables.ts'
import { importedContent } from '../tests/support/importedContent.ts'
import { benchReport } from './benchReports.ts'

const together = 100

/** Of the adapter for SQLite: Payload's own calls take a minute for what takes seconds by rows. */
interface Rows {
  drizzle: { insert: (table: unknown) => { values: (rows: object[]) => Promise<unknown> } }
  tables: Record<string, unknown>
}

async function fill(payload: Payload, count: number): Promise<void> {
  const { drizzle, tables } = payload.db as unknown as Rows
  const insert = async (table: string, rows: object[]) => {
    for (let at = 0; at < rows.length; at += together) {
      await drizzle.insert(tables[table]).values(rows.slice(at, at + together))
    }
  }
  const contents = Array.from({ length: count }, (_, number) => contentOf(number))
  const organs = new Map(contents.map(({ organization }) => [organization.slug, randomUUID()]))
  const reports = contents.map((content) => ({ id: randomUUID(), content }))
  const organOf = ({ organization }: ReportContent) => organs.get(organization.slug) ?? ''
  await insert(
    'organizations',
    [...organs].map(([slug, id]) => ({ id, slug, name: `${slug}镇人民政府` })),
  )
  await insert(
    'reports',
    reports.map(({ id, content }) => ({
      ...{ id, title: content.title, year: content.year, format: content.format },
      organization: organOf(content),
      stage: 'published',
    })),
  )
  await insert(
    'publications',
    reports.map(({ id, content }, number) => publication(id, organOf(content), content, number)),
  )
}

const publication = (
  report: string,
  organization: string,
  content: ReportContent,
  number: number,
) => ({
  ...{ id: randomUUID(), title: content.title, report, organization },
  organizationSlug: content.organization.slug,
  organizationName: content.organization.name,
  region: content.organization.region,
  ...{ year: content.year, format: content.format, revision: 1, state: 'current' },
  digest: digestOf(content),
  publishedAt: `${content.year + 1}-01-25T02:00:00.000Z`,
  sequence: number + 1,
  latest: true,
  content: canonicalJson(content),
  searchText: searchTextOf(content),
})

const sample = importedContent({ ...yingqiu2021, sections: yingqiu2020.sections })

/** As long and as varied as a real one, and no two alike. */
function contentOf(number: number): ReportContent {
  const { organization, year } = benchReport(number)
  const name = `${organization}镇人民政府`
  const tables = balancedTables(format2021, variedLeaf(number))
  const own = <Part extends object>(part: Part): Part =>
    JSON.parse(
      JSON.stringify(part)
        .replaceAll('营丘镇', `${organization}镇`)
        .replace(/\d{2,}(?=[条件次人篇个])/g, (digits) => String(Number(digits) + (number % 977))),
    ) as Part
  return {
    ...sample,
    organization: { slug: organization, name, region: '370725' },
    year,
    title: `${name}${year}年政府信息公开工作年度报告`,
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    sections: sample.sections.map((section): PublishedSection => own(section)),
    tables: Object.fromEntries(
      Object.entries(sample.tables).map(([key, table]) => [
        key,
        {
          ...table,
          rows: table.rows.map((row) => ({
            ...row,
            cells: tables[key as keyof typeof tables][row.key] ?? row.cells,
          })),
        },
      ]),
    ) as ReportContent['tables'],
  }
}

const payload = await getPayload({ config })
await fill(payload, Number(process.argv[2]))
await payload.destroy()
process.exit(0)
