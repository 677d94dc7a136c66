import { APIError, type CollectionBeforeDeleteHook, type CollectionSlug, type Where } from 'payload'

interface Use {
  collection: CollectionSlug
  /** Paths of the fields that may name the document. */
  paths: readonly string[]
  /** Chinese: what holds on to it. */
  label: string
}

/** What reports, people or other organs still refer to is not deleted under their feet. */
export const refuseWhileInUse =
  (uses: readonly Use[]): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const inUse: string[] = []
    for (const { collection, paths, label } of uses) {
      const where: Where = { or: paths.map((path) => ({ [path]: { equals: id } })) }
      const { totalDocs } = await req.payload.count({ collection, where, req })
      if (totalDocs > 0) inUse.push(`${totalDocs} ${label}`)
    }
    if (inUse.length > 0) throw new APIError(`不能删除：仍被 ${inUse.join('、')}使用`, 409)
  }
