'use client'
import { Button } from '@payloadcms/ui'
import { formatOf } from '../../formats/index.ts'
import { cellLabel } from '../../formats/labels.ts'
import type { ReportState } from '../../desk/reportState.ts'
import { goTo } from '../desk/navigation.ts'
import { formatTime } from '../time.ts'

/** What the reviewer wants mended, until the report is submitted again. */
export function Returned({ report }: Pick<ReportState, 'report'>) {
  const { comment, by, at, cells } = report.returned ?? {}
  if (!comment) return null
  return (
    <section
      id="overview-returned"
      tabIndex={-1}
      className="gongkai-card gongkai-returned"
      aria-label="退回意见"
    >
      <h3>退回意见</h3>
      <p className="gongkai-returned__comment">{comment}</p>
      <CellComments format={report.format ?? ''} cells={cells ?? []} />
      {by && at && (
        <p className="gongkai-muted">
          {by}，{formatTime(at)}退回；再次送审后，这些意见不再显示
        </p>
      )}
    </section>
  )
}

type Cells = NonNullable<NonNullable<ReportState['report']['returned']>['cells']>

function CellComments({ format, cells }: { format: string; cells: Cells }) {
  if (cells.length === 0) return null
  return (
    <ul>
      {cells.map(({ comment, ...cell }, index) => {
        const label = cellLabel(formatOf(format), cell)
        return (
          <li key={index}>
            <span>
              {label}：{comment}
            </span>
            <Button
              size="xsmall"
              margin={false}
              buttonStyle="secondary"
              aria-label={`定位到${label}`}
              onClick={() => goTo({ tab: 'tables', cell })}
            >
              定位
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
