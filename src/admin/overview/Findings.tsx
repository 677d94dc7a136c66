import { Button, Pill } from '@payloadcms/ui'
import type { Diagnosis, Finding, Reconciliation } from '../../reconciliation/types.ts'

interface Props {
  reconciliation: Reconciliation
  /** Goes to where the finding is; absent where there is no such place. */
  onShow?: (finding: Finding) => void
}

/** What bars publishing: identities that do not hold with their likely repair, and blanks. */
export function Findings({ reconciliation, onShow }: Props) {
  const errors = reconciliation.findings.filter(({ severity }) => severity === 'error')
  const violated = errors.filter(({ status }) => status === 'violated')
  const incomplete = errors.filter(({ status }) => status === 'incomplete')
  return (
    <>
      {violated.length > 0 && (
        <section className="gongkai-findings gongkai-findings--violated">
          <h4>
            <Pill pillStyle="error" size="small">
              不符
            </Pill>
            {violated.length} 处勾稽不符
          </h4>
          <Messages findings={violated} onShow={onShow} />
          {reconciliation.diagnosis && <Repairs diagnosis={reconciliation.diagnosis} />}
        </section>
      )}
      {incomplete.length > 0 && (
        <details className="gongkai-findings">
          <summary>尚有 {incomplete.length} 处未填完</summary>
          <Messages findings={incomplete} onShow={onShow} />
        </details>
      )}
    </>
  )
}

const Messages = ({ findings, onShow }: { findings: Finding[] } & Pick<Props, 'onShow'>) => (
  <ul>
    {findings.map((finding) => (
      <li key={finding.key}>
        {finding.message}
        {onShow && finding.cells.length > 0 && (
          <Button
            size="xsmall"
            margin={false}
            buttonStyle="secondary"
            aria-label={`定位：${finding.message}`}
            onClick={() => onShow(finding)}
          >
            定位
          </Button>
        )}
      </li>
    ))}
  </ul>
)

const shownRepairs = 5

/** Suggestions only: an entered value is never changed silently. */
function Repairs({ diagnosis: { repairs, unique } }: { diagnosis: Diagnosis }) {
  if (repairs.length === 0) return null
  return (
    <div className="gongkai-findings__repairs">
      <strong>{unique ? '最可能的改法：' : '可能的改法，任选其一，请与原件核对：'}</strong>
      <ul>
        {repairs.slice(0, shownRepairs).map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      {repairs.length > shownRepairs && <p>另有 {repairs.length - shownRepairs} 种改法</p>}
    </div>
  )
}
