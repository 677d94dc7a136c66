import { publicUrlIn } from '../environment.ts'
import type { Publication } from '../payload-types.ts'
import { reportAddresses, revisionAddress } from '../publication/addresses.ts'
import type { EventType, ReportEvent } from './events.ts'

/** What is sent: only what is public, and of what was withdrawn only that it was. */
export interface WebhookBody {
  id: string
  type: EventType
  /** ISO instant. */
  occurredAt: string
  data: object
}

export interface PublicEvent {
  type: ReportEvent
  occurredAt: string
  /** With the number that publishing or withdrawing gave it. */
  publication: Publication
}

/** @param id of the event, the same for all who are told */
export function reportBody(
  id: string,
  { type, occurredAt, publication }: PublicEvent,
): WebhookBody {
  const { organizationSlug: slug, organizationName: name, year, revision, sequence } = publication
  const baseUrl = publicUrlIn(process.env)
  const report = {
    organization: { slug, name },
    year,
    revision,
    sequence,
    url: reportAddresses(baseUrl, slug, year).self,
  }
  const isGone = type === 'report.withdrawn'
  return { id, type, occurredAt, data: isGone ? report : { ...report, ...publicParts() } }

  function publicParts() {
    const { title, digest, publishedAt, correctionReason } = publication
    return {
      title,
      digest,
      publishedAt,
      correctionReason: correctionReason ?? null,
      revisionUrl: revisionAddress(baseUrl, slug, year, revision),
    }
  }
}

/** @param webhook its name */
export const testBody = (id: string, webhook: string): WebhookBody => ({
  id,
  type: 'webhook.test',
  occurredAt: new Date().toISOString(),
  data: { webhook, message: '这是一条测试通知，请勿据此更新网站' },
})
