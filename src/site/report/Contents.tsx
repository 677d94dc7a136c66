import { anchorOf } from './anchors.ts'
import { downloadsTitle, type ReportModel } from './ReportModel.ts'

export function Contents({ report, revisions }: ReportModel) {
  return (
    <nav className="contents" aria-labelledby="contents-head">
      <h2 id="contents-head">目录</h2>
      <ol>
        {report.sections.map(({ key, heading, children }) => (
          <li key={key}>
            <a href={`#${anchorOf(key)}`}>{heading}</a>
            {children.length > 0 && (
              <ol>
                {children.map((child) => (
                  <li key={child.key}>
                    <a href={`#${anchorOf(child.key)}`}>{child.heading}</a>
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
        <li>
          <a href="#downloads">{downloadsTitle(revisions)}</a>
        </li>
      </ol>
    </nav>
  )
}
