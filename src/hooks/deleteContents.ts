import { APIError, type CollectionBeforeDeleteHook } from 'payload'

/** Sections and rows go with their report. A report that was ever published is not deleted. */
export const deleteContents: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { totalDocs } = await req.payload.count({
    collection: 'publications',
    where: { report: { equals: id } },
    req,
  })
  if (totalDocs > 0) throw new APIError('发布过的报告不能删除，只能撤回', 409)
  for (const collection of ['sections', 'table-rows'] as const) {
    await req.payload.db.deleteMany({ collection, where: { report: { equals: id } }, req })
  }
}
