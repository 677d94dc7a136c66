import type { DefaultCellComponentProps } from 'payload'
import type { Stage } from '../../desk/stages.ts'
import type { Reconciliation } from '../../reconciliation/types.ts'
import { StageLabel } from '../overview/StageLabel.tsx'
import { StandingLabel } from '../overview/Standing.tsx'

/** The columns of the list that tell where a report stands. */

export const StageCell = ({ cellData }: DefaultCellComponentProps) =>
  cellData ? <StageLabel stage={cellData as Stage} /> : null

export const StandingCell = ({ cellData }: DefaultCellComponentProps) =>
  cellData ? <StandingLabel status={cellData as Reconciliation['status']} /> : null
