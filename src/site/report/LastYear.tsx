import { DataTable } from '../charts/DataTable.tsx'
import { changeInShort, comparison, type Compared } from '../figures/comparison.ts'
import { numberText } from '../figures/numbers.ts'
import { reportPath } from '../layout/links.ts'
import { yearBefore, type ReportModel } from './ReportModel.ts'

/** The figures of this year beside last year's; absent where last year has no report. */
export function LastYear(model: ReportModel) {
  const { report } = model
  const before = yearBefore(model)
  if (!before) return null
  const { main, more } = comparison(before, report)
  const years = { before: before.year, now: report.year }
  const sameForm = before.format === report.format
  return (
    <section className="last-year" id="last-year" aria-labelledby="last-year-head">
      <h2 id="last-year-head">与上年比较</h2>
      <p>
        与<a href={reportPath(before.organization.slug, before.year)}>{before.year}年度报告</a>
        比较。
        {!sameForm && '两年的报告格式不同，只比较两种格式含义一致的数据。'}
      </p>
      <Comparison caption={`${before.year}年与${report.year}年主要数据`} rows={main} {...years} />
      {more.length > 0 && (
        <details>
          <summary>办理结果和主动公开的比较（{more.length} 项）</summary>
          <Comparison caption="办理结果和主动公开" rows={more} {...years} />
        </details>
      )}
    </section>
  )
}

interface ComparisonProps {
  caption: string
  before: number
  now: number
  rows: readonly Compared[]
}

function Comparison({ caption, before, now, rows }: ComparisonProps) {
  return (
    <div className="frame" role="region" aria-label={`${caption}（数据表）`} tabIndex={0}>
      <DataTable
        caption={caption}
        columns={['项目', `${before}年`, `${now}年`, '变化']}
        rows={rows.map((row) => [
          `${row.label}（${row.unit}）`,
          numberText(row.before),
          numberText(row.now),
          changeInShort(row),
        ])}
      />
    </div>
  )
}
