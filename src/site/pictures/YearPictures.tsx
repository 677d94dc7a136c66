import type { Report } from '../api/types.ts'
import { wholeOf, type Content } from '../figures/Figure.ts'
import { byApplicant, byOutcome } from '../figures/applications.ts'
import { byChannel } from '../figures/byChannel.ts'
import { keyFigure } from '../figures/keyFigures.ts'
import { PartsPicture } from './PartsPicture.tsx'

/** The pictures of one year's report. */
export function OutcomePicture({ content }: { content: Content }) {
  const outcomes = byOutcome(content)
  return (
    <PartsPicture
      id="outcomes"
      title="申请办理结果"
      kind="办理结果"
      figures={outcomes}
      whole={wholeOf(outcomes)}
      nothing={`${content.year}年没有需要办理的政府信息公开申请。`}
    />
  )
}

export function ApplicantPicture({ content }: { content: Content }) {
  return (
    <PartsPicture
      id="applicants"
      title="新收申请：申请人类别"
      kind="申请人类别"
      figures={byApplicant(content)}
      whole={keyFigure(content, 'received')}
      nothing={`${content.year}年没有收到新的政府信息公开申请。`}
    />
  )
}

/** Absent where the report does not tell by channel. */
export function ChannelPicture({ content }: { content: Report }) {
  const figures = byChannel(content)
  if (figures.length === 0) return null
  return (
    <PartsPicture
      id="channels"
      title="主动公开：公开渠道"
      kind="公开渠道"
      figures={figures}
      nothing={`${content.year}年没有通过这些渠道主动公开信息。`}
      note={channelNote(content)}
    />
  )
}

/** A channel that has more than the total is no matter of counting twice: the report explains it. */
function channelNote({ reconciliation }: Report): string {
  const explained = reconciliation.acknowledged.filter(({ rule }) => rule === 'channels.within')
  if (explained.length === 0) {
    return '同一条信息在几个渠道公开的，各渠道分别计入，因此各渠道之和可以多于总数。'
  }
  return explained
    .map(({ message, acknowledged }) => `${message}。说明：${acknowledged.reason}`)
    .map((words) => words.replace(/。*$/, '。'))
    .join('')
}
