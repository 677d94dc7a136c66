import { APIError, type Endpoint } from 'payload'
import { importReport } from '../../../importing/importReport.ts'
import { BadSelection, selectionIn, type Selection } from '../../../importing/selection.ts'
import { withUpload, yearIn, type Upload } from './upload.ts'

/**
 * `POST /api/reports/import`, multipart: `file`, and what the file does not tell; which parts to
 * `take` (JSON) and the report to take them `into`, as it was seen at `revision`. 201.
 */
export const importEndpoint: Endpoint = {
  path: '/import',
  method: 'post',
  handler: (req) =>
    withUpload(req, async (upload) => {
      const { file, text } = upload
      const imported = await importReport(req, {
        file,
        organization: text('organization'),
        organizationName: text('organizationName'),
        year: yearIn(upload),
        hold: text('hold'),
        take: takeIn(upload),
        into: text('into'),
        revision: revisionIn(upload),
      })
      return Response.json(imported, { status: 201 })
    }),
}

function takeIn({ text }: Upload): Selection | undefined {
  const take = text('take')
  try {
    return take === undefined ? undefined : selectionIn(take)
  } catch (error) {
    if (error instanceof BadSelection) throw new APIError(error.message, 400)
    throw error
  }
}

function revisionIn({ text }: Upload): number | undefined {
  const revision = text('revision')
  if (revision === undefined) return undefined
  if (!/^\d{1,9}$/.test(revision)) throw new APIError('修订号 revision 应为不小于 0 的整数', 400)
  return Number(revision)
}
