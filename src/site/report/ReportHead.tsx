import { chinaDay, chinaTime, chineseDay } from '../layout/dates.ts'
import { organizationPath } from '../layout/links.ts'
import { firstPublished, type ReportModel } from './ReportModel.ts'

/** The title as on paper, with the organ on a line of its own, and what the report is. */
export function ReportHead(model: ReportModel) {
  const { title, organization, revision, digest } = model.report
  return (
    <header className="head">
      <Title title={title} organization={organization.name} />
      <p className="byline">
        {timesOf(model).map(([name, instant]) => (
          <span key={name}>
            {name}时间：<time dateTime={instant}>{chinaTime(instant)}</time>
          </span>
        ))}
        <span>
          来源：<a href={organizationPath(organization.slug)}>{organization.name}</a>
        </span>
        {revision > 1 && <span>第 {revision} 版（已更正）</span>}
      </p>
      <details className="index">
        <summary>信息索引</summary>
        <dl className="facts">
          {factsOf(model).map(([name, value]) => (
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

/** A correction does not make a report late: when it first was published is told beside it. */
function timesOf(model: ReportModel): [name: string, instant: string][] {
  const { revision, publishedAt } = model.report
  if (revision === 1) return [['发布', publishedAt]]
  const first = firstPublished(model)
  return [...(first ? [['发布', first] as [string, string]] : []), ['更正', publishedAt]]
}

function factsOf(model: ReportModel): [name: string, value: string][] {
  const { organization, period, revision, format, contact } = model.report
  const facts: [string, string | null][] = [
    ['发布机关', organization.name],
    ...timesOf(model).map(([name, instant]): [string, string] => [
      `${name}日期`,
      chinaDay(instant),
    ]),
    ['信息类别', '政府信息公开工作年度报告'],
    ['统计期限', `${chineseDay(period.from)}至${chineseDay(period.to)}`],
    ['版本', revision > 1 ? `第 ${revision} 版（更正后）` : '第 1 版'],
    ['格式', `${format.slice(0, 4)}年格式`],
    ['联系单位', contact.office],
    ['联系电话', contact.phone],
    ['联系地址', contact.address],
    ['电子邮箱', contact.email],
  ]
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]))
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
