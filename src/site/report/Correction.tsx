import type { Differences, TextPart } from '../differences/differences.ts'
import { chinaDay } from '../layout/dates.ts'
import type { ReportModel } from './ReportModel.ts'

/** Says on top that the report was corrected, why, and what it said before. Absent for the first revision. */
export function Correction({ report, revisions, differences }: ReportModel) {
  if (report.revision < 2) return null
  const current = revisions.find(({ revision }) => revision === report.revision)
  return (
    <section className="correction" id="correction" aria-labelledby="correction-head">
      <h2 id="correction-head">更正说明</h2>
      <p>
        本报告已于{chinaDay(report.publishedAt)}更正，现为第 {report.revision} 版。
        {current?.correctionReason && `更正原因：${current.correctionReason.replace(/。$/, '')}。`}
      </p>
      {differences && <Changes differences={differences} />}
    </section>
  )
}

function Changes({ differences: { values, texts } }: { differences: Differences }) {
  if (values.length + texts.length === 0) return <p>与上一版相比，数据和文字没有变化。</p>
  const count = [
    values.length > 0 && `${values.length} 项数据`,
    texts.length > 0 && `${texts.length} 处文字`,
  ].filter(Boolean)
  return (
    <details>
      <summary>与上一版相比：{count.join('、')}有变化</summary>
      {values.length > 0 && (
        <div className="frame" role="region" aria-label="更正的数据（数据表）" tabIndex={0}>
          <table className="data">
            <caption>更正的数据</caption>
            <thead>
              <tr>
                {['项目', '原为', '更正为'].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {values.map(({ label, before, now }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>
                    <del>{before}</del>
                  </td>
                  <td>
                    <ins>{now}</ins>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {texts.map(({ heading, parts }) => (
        <div key={heading} className="text-change">
          <h3>{heading}</h3>
          <p>
            {parts.map((part, index) => (
              <Part key={index} part={part} />
            ))}
          </p>
        </div>
      ))}
    </details>
  )
}

/** What is kept is told by its ends. */
const keptEnds = 40

function Part({ part: { kind, text } }: { part: TextPart }) {
  if (kind === 'removed') {
    return (
      <del>
        <span className="aside">删去：</span>
        {text}
      </del>
    )
  }
  if (kind === 'added') {
    return (
      <ins>
        <span className="aside">增加：</span>
        {text}
      </ins>
    )
  }
  return text.length > keptEnds * 2 ? `${text.slice(0, keptEnds)}……${text.slice(-keptEnds)}` : text
}
