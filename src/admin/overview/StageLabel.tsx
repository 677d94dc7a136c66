import { Pill } from '@payloadcms/ui'
import type { ComponentProps } from 'react'
import { stageLabel, type Stage } from '../../desk/stages.ts'

const styles: Record<Stage, ComponentProps<typeof Pill>['pillStyle']> = {
  drafting: 'light',
  submitted: 'warning',
  cleared: 'warning',
  published: 'success',
  revising: 'light',
  withdrawn: 'error',
}

export const StageLabel = ({ stage }: { stage: Stage }) => (
  <Pill pillStyle={styles[stage]} size="small">
    {stageLabel(stage)}
  </Pill>
)
