import { useAuth } from '@payloadcms/ui'
import { editableStages } from '../../desk/stages.ts'
import type { User } from '../../payload-types.ts'
import { useObservable } from '../desk/observable.ts'
import type { ReportDesk } from '../desk/reportDesk.ts'
import { useReportState } from '../overview/useReportState.ts'
import { edits } from '../overview/verbs.ts'

/** @returns whether the person may edit the report at its stage; the server decides all the same */
export function useMayEdit({ report, stage }: ReportDesk): boolean {
  const { user } = useAuth<User>()
  const organization = useReportState(report).state?.report.organization
  const isOpen = editableStages.includes(useObservable(stage))
  return isOpen && organization !== undefined && edits(organization, user)
}
