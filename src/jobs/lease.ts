import type { Payload, Where } from 'payload'
import type { WebhookDelivery, WechatDraft } from '../payload-types.ts'
import { isDead, owner } from '../owner.ts'

/** The records that a process takes for itself while it works on them. */
interface Leased {
  'wechat-drafts': WechatDraft
  'webhook-deliveries': WebhookDelivery
}

/** The record was taken over by another process, so this one has to leave it alone. */
export class LeaseLost extends Error {
  constructor() {
    super('The record has been taken over by another process')
    this.name = 'LeaseLost'
  }
}

/** @returns whether a living process is at the record */
export const isHeld = ({
  owner: by,
  leaseUntil,
}: Pick<WechatDraft, 'owner' | 'leaseUntil'>): boolean =>
  Boolean(by && leaseUntil && Date.parse(leaseUntil) > Date.now() && !isDead(by))

/**
 * Work on a record of a collection is done by one process at a time: whoever claims it owns it until
 * it is released, the lease is over, or the process is dead.
 * @param ms longer than what is done between two writes
 */
export function leaseOn<Slug extends keyof Leased>(collection: Slug, ms: number) {
  type Doc = Leased[Slug]
  const fromNow = () => new Date(Date.now() + ms).toISOString()

  async function update(
    payload: Payload,
    and: Where[],
    data: Partial<Doc>,
  ): Promise<Doc | undefined> {
    const updated: unknown = await payload.db.updateOne({
      collection,
      where: { and },
      data: { ...data, updatedAt: new Date().toISOString() },
      options: { atomic: true },
    })
    return (updated as Doc | null) ?? undefined
  }

  async function ownUpdate(payload: Payload, id: string, data: Partial<Doc>): Promise<Doc> {
    const updated = await update(
      payload,
      [{ id: { equals: id } }, { owner: { equals: owner } }],
      data,
    )
    if (!updated) throw new LeaseLost()
    return updated
  }

  return {
    /**
     * Takes a record for this process; of two that try at once one gets it.
     * @param found as it was just read
     * @param where what still has to hold
     * @returns `undefined` when it is held, or no longer as it should be
     */
    claim(
      payload: Payload,
      found: Doc,
      where: Where,
      data: Partial<Doc>,
    ): Promise<Doc | undefined> {
      if (isHeld(found)) return Promise.resolve(undefined)
      const asSeen: Where = found.owner
        ? { owner: { equals: found.owner } }
        : { owner: { exists: false } }
      const taken = { ...data, owner, leaseUntil: fromNow() }
      return update(payload, [{ id: { equals: found.id } }, where, asSeen], taken)
    },
    /**
     * Writes down what was done, and holds the record for a further step.
     * @throws {LeaseLost}
     */
    hold: (payload: Payload, id: string, data: Partial<Doc>): Promise<Doc> =>
      ownUpdate(payload, id, { ...data, leaseUntil: fromNow() }),
    /**
     * Writes down how it ended, and lets the record go.
     * @throws {LeaseLost}
     */
    release: (payload: Payload, id: string, data: Partial<Doc>): Promise<Doc> =>
      ownUpdate(payload, id, { ...data, owner: null, leaseUntil: null }),
  }
}
