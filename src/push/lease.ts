import type { Payload, Where } from 'payload'
import type { WechatDraft } from '../payload-types.ts'
import { isGone, owner } from '../owner.ts'

/** Longer than any step takes, with its timeouts and its pause. */
const leaseMs = 180_000

const collection = 'wechat-drafts'

/** The draft was taken over by another process, so this one has to leave it alone. */
export class LeaseLost extends Error {
  constructor() {
    super('The draft has been taken over by another process')
    this.name = 'LeaseLost'
  }
}

/** @returns whether a living process is at the draft */
export const isHeld = ({ owner: by, leaseUntil }: WechatDraft): boolean =>
  Boolean(by && leaseUntil && Date.parse(leaseUntil) > Date.now() && !isGone(by))

/**
 * Takes a draft for this process; of two that try at once one gets it.
 * @returns `undefined` when it is done, failed, held or gone
 */
export async function claim(payload: Payload, id: string): Promise<WechatDraft | undefined> {
  const found = await payload.db.findOne<WechatDraft>({ collection, where: { id: { equals: id } } })
  if (!found || isHeld(found)) return undefined
  const asSeen: Where = found.owner
    ? { owner: { equals: found.owner } }
    : { owner: { exists: false } }
  const attempts = (found.attempts ?? 0) + 1
  return update(
    payload,
    [{ id: { equals: id } }, { state: { in: ['queued', 'running'] } }, asSeen],
    { state: 'running', attempts, owner, leaseUntil: fromNow() },
  )
}

/**
 * Writes down what was done, and holds the draft for a further step.
 * @throws {LeaseLost}
 */
export const hold = (
  payload: Payload,
  id: string,
  data: Partial<WechatDraft> = {},
): Promise<WechatDraft> => ownUpdate(payload, id, { ...data, leaseUntil: fromNow() })

/**
 * Writes down how it ended, and lets the draft go.
 * @throws {LeaseLost}
 */
export const release = (
  payload: Payload,
  id: string,
  data: Partial<WechatDraft>,
): Promise<WechatDraft> => ownUpdate(payload, id, { ...data, owner: null, leaseUntil: null })

async function ownUpdate(payload: Payload, id: string, data: Partial<WechatDraft>) {
  const updated = await update(
    payload,
    [{ id: { equals: id } }, { owner: { equals: owner } }],
    data,
  )
  if (!updated) throw new LeaseLost()
  return updated
}

async function update(
  payload: Payload,
  and: Where[],
  data: Partial<WechatDraft>,
): Promise<WechatDraft | undefined> {
  const updated: unknown = await payload.db.updateOne({
    collection,
    where: { and },
    data: { ...data, updatedAt: new Date().toISOString() },
    options: { atomic: true },
  })
  return (updated as WechatDraft | null) ?? undefined
}

const fromNow = () => new Date(Date.now() + leaseMs).toISOString()
