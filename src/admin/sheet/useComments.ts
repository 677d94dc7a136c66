import { useMemo } from 'react'
import { cellPath } from '../../formats/labels.ts'
import type { ReportDesk } from '../desk/reportDesk.ts'
import { useReportState } from '../overview/useReportState.ts'

/** @returns by path, what the reviewer wrote at the cells of a report that was returned */
export function useComments({ report }: ReportDesk): ReadonlyMap<string, string> {
  const cells = useReportState(report).state?.report.returned?.cells
  return useMemo(
    () => new Map((cells ?? []).map(({ comment, ...cell }) => [cellPath(cell), comment])),
    [cells],
  )
}
