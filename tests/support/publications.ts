import { blankTables, cellRefsOf, rowsOf } from '../../src/formats/cells.ts'
import { formatOf, tableKeys } from '../../src/formats/index.ts'
import type { CellValue, TableKey, TablesPatch } from '../../src/formats/types.ts'
import { digestOf } from '../../src/publication/canonical.ts'
import type {
  Publication,
  PublishedSection,
  PublishedTable,
  ReportContent,
} from '../../src/publication/types.ts'

/** Publications for tests, as publishing would freeze them. */

export interface ContentOptions {
  slug?: string
  name?: string
  region?: string
  year?: number
  format?: string
  title?: string
  /** Every cell that `tables` does not give. */
  fill?: CellValue
  tables?: TablesPatch
  overview?: string
  children?: PublishedSection[]
  total?: number | null
}

/** Numbers as large as a province's in every cell. */
export function crowdedTables(format: string): TablesPatch {
  const tables: Record<string, Record<string, Record<string, CellValue>>> = {}
  for (const { table, row, column } of cellRefsOf(formatOf(format))) {
    ;((tables[table] ??= {})[row] ??= {})[column] = 1_234_567
  }
  return tables
}

export const section = (
  key: string,
  heading: string,
  html: string,
  children: PublishedSection[] = [],
): PublishedSection => ({ key, heading, html, text: html.replace(/<[^>]*>/g, ''), children })

export function reportContent(options: ContentOptions = {}): ReportContent {
  const { slug = 'liuhe', name = '柳河镇人民政府', region = '370725', year = 2021 } = options
  const format = formatOf(options.format ?? (year > 2020 ? '2021' : '2019'))
  const channel = { slug: 'liuhe-wechat', name: '“柳河发布”微信公众号', kind: 'wechat' }
  const bodies: Partial<Record<string, PublishedSection>> = {
    overview: section(
      'overview',
      '',
      options.overview ?? `<p>${year}年，本镇按要求公开政府信息。</p>`,
      options.children ?? [section('overview.1', '（一）主动公开', '<p>公开渠道运行正常。</p>')],
    ),
    problems: section('problems', '', '<p>人员更替较快，培训有待加强。</p>'),
    other: section('other', '', '<p>本年度未收取信息处理费。</p>'),
  }
  return {
    organization: { slug, name, region },
    year,
    format: format.key,
    title: options.title ?? `${name}${year}年政府信息公开工作年度报告`,
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    contact: { office: '党政办公室', phone: '0536-0000000', address: null, email: null },
    preamble: '根据《中华人民共和国政府信息公开条例》编制本报告。',
    signature: { name, date: `${year + 1}-01-20` },
    sections: format.sections.map(({ key, heading, table }) => ({
      ...(bodies[key] ?? section(key, heading, '')),
      key,
      heading,
      ...(table ? { table } : {}),
    })),
    tables: publishedTables(
      format.key,
      options.fill === undefined ? 0 : options.fill,
      options.tables ?? {},
    ),
    disclosureFigures: {
      total: options.total === undefined ? 120 : options.total,
      channels: [{ channel, count: 40 }],
    },
    channels: [{ ...channel, account: 'liuhe', url: null }],
    reconciliation: { status: 'balanced', checked: 42, acknowledged: [] },
  }
}

function publishedTables(key: string, fill: CellValue, patch: TablesPatch) {
  const format = formatOf(key)
  const data = blankTables(format)
  const entries = tableKeys.map((table): [TableKey, PublishedTable] => {
    const rows = rowsOf(format).filter((row) => row.table === table)
    const columns = new Map(
      rows.flatMap((row) => row.columns).map((column) => [column.key, column]),
    )
    return [
      table,
      {
        columns: [...columns.values()],
        rows: rows.map(({ row }) => ({
          key: row.key,
          labels: [...row.labels],
          cells: Object.fromEntries(
            Object.keys(data[table][row.key] ?? {}).map((column) => {
              const given = patch[table]?.[row.key]?.[column]
              return [column, given === undefined ? fill : given]
            }),
          ),
        })),
      },
    ]
  })
  return Object.fromEntries(entries) as Record<TableKey, PublishedTable>
}

export function publicationOf(
  content: ReportContent,
  overrides: Partial<Omit<Publication, 'content' | 'digest'>> = {},
): Publication {
  const revision = overrides.revision ?? 1
  return {
    id: `${content.organization.slug}-${content.year}-${revision}`,
    revision,
    digest: digestOf(content),
    publishedAt: `${content.year + 1}-01-25T02:00:00.000Z`,
    correctionReason: null,
    state: 'current',
    charts: [],
    ...overrides,
    content,
  }
}
