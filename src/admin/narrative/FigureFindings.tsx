'use client'
import { Button } from '@payloadcms/ui'
import { claimsIn } from '../../reconciliation/index.ts'
import type { Finding } from '../../reconciliation/types.ts'
import type { TypedCell } from '../../sheet/typedCell.ts'
import { useObservable } from '../desk/observable.ts'
import type { Surroundings } from '../desk/reportDesk.ts'
import { OneFinding } from './FindingsHere.tsx'
import type { NarrativeDesk } from './narrativeDesk.ts'
import type { NamedChannel } from './useFigures.ts'

interface Props extends NarrativeDesk {
  total: TypedCell
  /** Those that the report names. */
  channels: readonly NamedChannel[]
  onTotal: (value: TypedCell) => void
  onCount: (channel: string, value: TypedCell) => void
}

/** What does not fit between the figures and the text, with the text's number on offer. */
export function FigureFindings({ total, channels, onTotal, onCount, ...desk }: Props) {
  const { findings, mayEdit } = desk
  const { narrative } = useObservable(desk.desk.surroundings)
  const stated = total === null ? statedTotal(narrative) : undefined
  const differing = findings.filter(({ rule }) => figureRules.includes(rule))
  if (differing.length === 0 && stated === undefined) return null
  return (
    <ul className="gongkai-channels__findings" aria-label="公开数量的提示">
      {stated !== undefined && (
        <li>
          正文写明主动公开 {stated} 条，总数还没有填。
          {mayEdit && <Take value={stated} onTake={onTotal} />}
        </li>
      )}
      {differing.map((finding) => {
        const channel = channelOf(finding, channels)
        const take = channel ? (value: TypedCell) => onCount(channel.id, value) : onTotal
        const isTakeable = finding.rule === 'narrative.disclosed' || channel
        return (
          <li key={finding.key}>
            <OneFinding {...desk} finding={finding} />
            {mayEdit && isTakeable && finding.actual !== null && (
              <Take value={finding.actual} onTake={take} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

const Take = ({ value, onTake }: { value: number; onTake: (value: number) => void }) => (
  <Button size="xsmall" margin={false} buttonStyle="secondary" onClick={() => onTake(value)}>
    按正文填入 {value}
  </Button>
)

const figureRules = ['channels.within', 'narrative.disclosed', 'narrative.channel']

/** A finding about a channel's number names the channel. */
const channelOf = ({ rule, message }: Finding, channels: readonly NamedChannel[]) =>
  rule === 'narrative.channel'
    ? channels.find(({ name }) => message.includes(`所述${name}公开数量`))
    : undefined

/** The one number that the text gives for all that was disclosed. */
function statedTotal(narrative: Surroundings['narrative']): number | undefined {
  const claims = (narrative ?? []).flatMap((passage) => claimsIn(passage))
  const values = new Set(
    claims.filter(({ subject }) => subject === 'disclosed').map(({ value }) => value),
  )
  return values.size === 1 ? [...values][0] : undefined
}
