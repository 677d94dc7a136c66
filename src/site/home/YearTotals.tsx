import type { Organization, Report } from '../api/types.ts'
import { Columns } from '../charts/Columns.tsx'
import { Picture } from '../charts/Picture.tsx'
import { wholeOf } from '../figures/Figure.ts'
import { totalsOf } from '../figures/totals.ts'
import { PartsPicture } from '../pictures/PartsPicture.tsx'
import { KeyFigures } from '../report/KeyFigures.tsx'

interface YearTotalsProps {
  year: number
  reports: readonly Report[]
  organizations: readonly Organization[]
}

/** The year of all organs in figures and pictures. */
export function YearTotals({ year, reports, organizations }: YearTotalsProps) {
  const { top, outcomes } = totalsOf(reports)
  return (
    <section className="totals" aria-labelledby="totals-head">
      <h2 id="totals-head">{year}年度总体情况</h2>
      <p>{introduction({ year, reports, organizations })}</p>
      {reports.length > 0 && <KeyFigures figures={top} />}
      <div className="pictures">
        {reports.length > 0 && (
          <PartsPicture
            id="outcomes"
            title={`${year}年申请办理结果`}
            kind="办理结果"
            figures={outcomes}
            whole={wholeOf(outcomes)}
            nothing={`${year}年没有需要办理的政府信息公开申请。`}
          />
        )}
        <PublishedByYear organizations={organizations} year={year} />
      </div>
    </section>
  )
}

function introduction({ year, reports, organizations }: YearTotalsProps): string {
  const publishedFor = (one: number) =>
    organizations.filter(({ years }) => years.includes(one)).length
  const [published, newer] = [publishedFor(year), publishedFor(year + 1)]
  const isCovered = reports.length < published
  return [
    `${published} 个机关已发布${year}年度报告。`,
    reports.length > 0 && `以下为${published > 1 ? '已发布报告的合计' : '这份报告的数据'}`,
    reports.length > 0 && (isCovered ? '；上级政府的报告已包含下级的，不重复计入。' : '。'),
    newer > 0 && `${year + 1}年度报告正在陆续发布，已有 ${newer} 个机关发布。`,
  ]
    .filter(Boolean)
    .join('')
}

function PublishedByYear({ organizations, year }: Pick<YearTotalsProps, 'organizations' | 'year'>) {
  const counts = new Map<number, number>()
  for (const one of organizations.flatMap(({ years }) => years)) {
    counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  const points = [...counts]
    .map(([one, value]) => ({ year: one, value }))
    .sort((a, b) => a.year - b.year)
  if (points.length < 2) return null
  const title = '各年度已发布的报告'
  const words = `${points.map((point) => `${point.year}年 ${point.value} 份`).join('，')}。`
  return (
    <Picture
      id="published"
      title={title}
      draw={(size) => <Columns {...{ title, words, points, year, size }} id="published" />}
      table={{
        columns: ['年度', '报告（份）'],
        rows: points.map((point) => [`${point.year}年`, String(point.value)]),
      }}
    />
  )
}
