import type { PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import type { Publication, Receipt } from '../payload-types.ts'

/** An article that stands in a 公众号, as its receipt says. */
export interface Standing {
  /** Of the article in WeChat. */
  link: string
  /** Which revision it tells, with that publication's digest. */
  revision: number
  digest: string
  /** ISO instant. */
  recordedAt: string
  /** Whether the public now sees something else, or nothing. */
  stale: boolean
  /** Why it is stale. */
  reason: 'corrected' | 'withdrawn' | null
}

/** A receipt with the state of the publication that it is about. */
export interface StandingReceipt extends Standing {
  /** Ids. */
  publication: string
  report: string
  channel: string
  removed: boolean
}

type State = Publication['state']

const reasons: Readonly<Record<State, Standing['reason']>> = {
  current: null,
  superseded: 'corrected',
  withdrawn: 'withdrawn',
}

type Reader = Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>

/**
 * The receipts of channels, or of publications, by their ids.
 * @returns the oldest first
 */
export async function receiptsOf(
  req: Reader,
  of: { channel: readonly string[] } | { publication: readonly string[] },
): Promise<StandingReceipt[]> {
  if (Object.values(of).every((ids) => ids.length === 0)) return []
  const { docs } = await req.payload.db.find<Receipt>({
    collection: 'receipts',
    where: { and: Object.entries(of).map(([path, ids]) => ({ [path]: { in: ids } })) },
    sort: ['recordedAt', 'id'],
    pagination: false,
    req,
  })
  const states = await statesOf(
    req,
    docs.map(({ publication }) => idOf(publication) ?? ''),
  )
  return docs.map((receipt) => standing(receipt, states))
}

/** What stands in a channel now: of each report the article of the last receipt, unless removed. */
export function standingByReport(
  receipts: readonly StandingReceipt[],
): Map<string, StandingReceipt> {
  const last = new Map(receipts.map((receipt) => [receipt.report, receipt]))
  return new Map([...last].filter(([, { removed }]) => !removed))
}

/** Without what only the database needs to know. */
export const toldOf = ({
  link,
  revision,
  digest,
  recordedAt,
  stale,
  reason,
}: Standing): Standing => ({ link, revision, digest, recordedAt, stale, reason })

function standing(receipt: Receipt, states: ReadonlyMap<string, State>): StandingReceipt {
  const publication = idOf(receipt.publication) ?? ''
  const reason = reasons[states.get(publication) ?? 'withdrawn']
  return {
    publication,
    report: idOf(receipt.report) ?? '',
    channel: idOf(receipt.channel) ?? '',
    removed: Boolean(receipt.removed),
    link: receipt.link,
    revision: receipt.revision,
    digest: receipt.digest,
    recordedAt: receipt.recordedAt,
    stale: reason !== null && !receipt.removed,
    reason: receipt.removed ? null : reason,
  }
}

async function statesOf(req: Reader, ids: readonly string[]): Promise<Map<string, State>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.db.find<Publication>({
    collection: 'publications',
    where: { id: { in: [...new Set(ids)] } },
    pagination: false,
    select: { state: true },
    req,
  })
  return new Map(docs.map(({ id, state }) => [id, state]))
}
