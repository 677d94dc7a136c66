import { NotFound, type Endpoint } from 'payload'
import { loadSections } from '../../../desk/loadSections.ts'
import { imagesOf } from '../../../publication/narrativeImages.ts'
import { readableReport } from './request.ts'

/**
 * `GET /api/reports/:id/images/:name`: an image as it would be published, for the preview, whose
 * addresses are the same as those of a publication.
 */
export const draftImageEndpoint: Endpoint = {
  path: '/:id/images/:name',
  method: 'get',
  handler: async (req) => {
    const report = await readableReport(req)
    const sections = await loadSections(req, report.id)
    const images = await imagesOf(
      req,
      sections.map(({ content }) => content),
    )
    const image = [...images.values()].find(({ name }) => name === req.routeParams?.name)
    if (!image) throw new NotFound(req.t)
    return new Response(new Uint8Array(image.data), {
      headers: {
        'Content-Type': image.mimeType,
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  },
}
