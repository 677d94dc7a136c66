import { chinaDay, chinaTime } from '../layout/dates.ts'
import { organizationPath } from '../layout/links.ts'
import type { ReportModel } from './ReportModel.ts'

/** The title as on paper, with the organ on a line of its own, and what the report is. */
export function ReportHead({ report }: ReportModel) {
  const { title, organization, publishedAt, period, revision, digest, format } = report
  const facts: [string, React.ReactNode][] = [
    ['发布机关', organization.name],
    [
      '发布日期',
      <time key="time" dateTime={publishedAt}>
        {chinaDay(publishedAt)}
      </time>,
    ],
    ['信息类别', '政府信息公开工作年度报告'],
    ['统计期限', `${period.from} 至 ${period.to}`],
    ['版本', revision > 1 ? `第 ${revision} 版（更正后）` : '第 1 版'],
    ['格式', `${format.slice(0, 4)}年格式`],
  ]
  return (
    <header className="head">
      <Title title={title} organization={organization.name} />
      <p className="byline">
        <span>发布时间：{chinaTime(publishedAt)}</span>
        <span>
          来源：<a href={organizationPath(organization.slug)}>{organization.name}</a>
        </span>
        {revision > 1 && <span>第 {revision} 版（已更正）</span>}
      </p>
      <details className="index">
        <summary>信息索引</summary>
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <div className="digest">
            <dt>内容摘要值</dt>
            <dd>
              <code>{digest}</code>
            </dd>
          </div>
        </dl>
      </details>
    </header>
  )
}

function Title({ title, organization }: { title: string; organization: string }) {
  const rest = title.startsWith(organization) ? title.slice(organization.length) : ''
  if (!rest) return <h1>{title}</h1>
  return (
    <h1>
      <span>{organization}</span>
      <span>{rest}</span>
    </h1>
  )
}
