import type { Endpoint } from 'payload'
import { previewImport } from '../../../importing/previewImport.ts'
import { withUpload, yearIn } from './upload.ts'

/** `POST /api/reports/import/preview`, multipart as `import`: what a file holds; stores nothing. */
export const importPreviewEndpoint: Endpoint = {
  path: '/import/preview',
  method: 'post',
  handler: (req) =>
    withUpload(req, async (upload) => {
      const { file, text } = upload
      const organization = text('organization')
      return Response.json(await previewImport(req, { file, organization, year: yearIn(upload) }))
    }),
}
