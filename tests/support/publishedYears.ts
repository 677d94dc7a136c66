import { formatOf } from '../../src/formats/index.ts'
import type { CellRef } from '../../src/formats/types.ts'
import type { Publication, PublishedSection, ReportContent } from '../../src/publication/types.ts'
import { balancedTables } from './balancedTables.ts'
import { publicationOf, reportContent, section } from './publications.ts'

/** A county and its towns with the reports of several years, in both forms, one of them corrected. */

export const county = { slug: 'shili', name: '示例县人民政府', region: '示例省示例市示例县' }
export const town = { slug: 'liuhe', name: '柳河镇人民政府', region: county.region }
export const quietTown = { slug: 'baiyun', name: '白云镇人民政府', region: county.region }

export const countyYears = [2019, 2020, 2021, 2022, 2023, 2024]

export const correctionReason = '主动公开数量统计有误。'

export function publishedYears(): Publication[] {
  const towns = [2022, 2023, 2024].flatMap((year) => [
    publicationOf(townReport(year)),
    publicationOf(quietReport(year)),
  ])
  const years = countyYears.map((year) => publicationOf(countyReport(year)))
  return [...years, ...towns, corrected(2023)]
}

function corrected(year: number): Publication {
  const content = countyReport(year)
  const total = (content.disclosureFigures.total ?? 0) + 12
  const [overview, ...others] = content.sections
  const text = `全年主动公开政府信息 ${total} 条。此前漏计的 12 条已补入。`
  return publicationOf(
    {
      ...content,
      disclosureFigures: { ...content.disclosureFigures, total },
      sections: overview
        ? [
            {
              ...overview,
              html: `${overview.html}<p>${text}</p>`,
              text: `${overview.text}\n${text}`,
            },
            ...others,
          ]
        : [],
    },
    { revision: 2, correctionReason, publishedAt: `${year + 1}-03-11T01:30:00.000Z` },
  )
}

const channel = (slug: string, name: string, kind: string, count: number) => ({
  channel: { slug: `shili-${slug}`, name, kind },
  count,
})

export function countyReport(year: number): ReportContent {
  const format = year > 2020 ? '2021' : '2019'
  const grown = 1 + (year - 2019) / 4
  const total = Math.round(2140 * grown)
  const content = reportContent({
    ...county,
    year,
    format,
    total,
    overview: `<p>${year}年，示例县认真贯彻落实《中华人民共和国政府信息公开条例》，以公开促落实、促规范、促服务，围绕群众关切持续做好政府信息公开工作。</p><p>一年来的主要工作如下。</p>`,
    children: chapters(year),
    tables: balancedTables(formatOf(format), leafOf(year, 1)),
  })
  const share = (part: number) => Math.round(total * part)
  return {
    ...content,
    disclosureFigures: {
      total,
      channels: [
        channel('website', '示例县人民政府门户网站政府信息公开专栏', 'website', share(0.78)),
        channel('wechat', '“示例发布”微信公众号', 'wechat', share(0.46)),
        channel('paper', '《示例日报》', 'newspaper', share(0.08)),
        channel('board', '村（居）务公开栏', 'noticeBoard', share(0.05)),
      ],
    },
  }
}

const chapters = (year: number): PublishedSection[] => [
  section(
    'overview.1',
    '（一）主动公开',
    `<p>依托县政府门户网站公开机构职能、政策文件、财政预决算、重大建设项目等信息。主要内容有：</p><ol><li><p>行政规范性文件全文及政策解读；</p></li><li><p>${year}年度重大民生实事办理进展；</p></li><li><p>行政许可和行政处罚决定。</p></li></ol>`,
  ),
  section(
    'overview.2',
    '（二）依申请公开',
    '<p>畅通当面、邮寄、网络三种受理渠道，统一登记、统一答复文书格式，各季度收件情况见下表。</p><table><thead><tr><th scope="col">季度</th><th scope="col">收件</th></tr></thead><tbody><tr><td>第一季度</td><td>12</td></tr><tr><td>第二季度</td><td>9</td></tr></tbody></table>',
  ),
  section(
    'overview.3',
    '（三）政府信息管理',
    '<p>公开前一律进行保密审查，已公开的信息定期清理。</p>',
  ),
  section('overview.4', '（四）平台建设', '<p>完成门户网站适老化改造，开设政策问答栏目。</p>'),
  section('overview.5', '（五）监督保障', '<p>全年组织业务培训两次，参训 160 人次。</p>'),
]

/** A town with a handful of applications. */
export const townReport = (year: number): ReportContent =>
  reportContent({
    ...town,
    year,
    total: 180 + year - 2020,
    tables: balancedTables(formatOf('2021'), leafOf(year, 0.05)),
  })

/** A town as most are: nothing but zeros in table 3. */
export const quietReport = (year: number): ReportContent =>
  reportContent({ ...quietTown, year, total: 64 })

const usual: Record<string, number> = {
  granted: 14,
  partiallyGranted: 4,
  unavailableNotHeld: 5,
  unavailableUnclear: 2,
  refusedInternalAffairs: 1.5,
  refusedProcessInformation: 1.2,
  refusedThirdPartyRights: 0.8,
  unprocessedComplaint: 2.4,
  unprocessedRepeat: 1,
  other: 0.6,
  otherRemaining: 0.6,
  carriedOut: 2,
  carriedIn: 2,
  upheld: 3,
  corrected: 1,
  pending: 1,
}
const applicants: Record<string, number> = {
  naturalPerson: 3,
  business: 1,
  legalService: 0.4,
  otherOrganization: 0.2,
}

function leafOf(year: number, scale: number) {
  return ({ table, row, column }: CellRef): number => {
    const grown = 1 + (year - 2019) / 5
    if (table === 'disclosure') return Math.round((7 + row.length + column.length) * grown)
    if (table === 'disputes') return Math.round((usual[column] ?? 0) * grown * scale)
    return Math.round((usual[row] ?? 0) * (applicants[column] ?? 0) * grown * scale)
  }
}
