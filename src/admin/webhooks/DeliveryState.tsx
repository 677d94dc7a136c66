import { Pill } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import type { ComponentProps } from 'react'
import type { WebhookDelivery } from '../../payload-types.ts'

type State = NonNullable<WebhookDelivery['state']>

const states: Record<State, { word: string; style: ComponentProps<typeof Pill>['pillStyle'] }> = {
  pending: { word: '等待发送', style: 'warning' },
  sending: { word: '发送中', style: 'warning' },
  delivered: { word: '已送达', style: 'success' },
  failed: { word: '未送达', style: 'error' },
  superseded: { word: '已过时，不再发送', style: 'light' },
}

interface Props {
  state: State
  /** That failed so far. */
  tries?: number | null
}

/** What became of a notice, by word and colour. */
export function DeliveryState({ state, tries }: Props) {
  const { word, style } = states[state]
  return (
    <Pill pillStyle={style} size="small">
      {state === 'pending' && tries ? '等待重试' : word}
    </Pill>
  )
}

/** The same as a column of the list. */
export const DeliveryStateCell = ({ cellData, rowData }: DefaultCellComponentProps) =>
  cellData ? (
    <DeliveryState
      state={cellData as State}
      tries={(rowData as Partial<WebhookDelivery> | undefined)?.tries}
    />
  ) : null
