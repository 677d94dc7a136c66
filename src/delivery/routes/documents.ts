import { Router } from 'express'
import { wordType, workbookType } from '../../publication/fileTypes.ts'
import { officialDocumentPolicy } from '../../publication/officialDocument.ts'
import { publishedDocument } from '../../publication/publishedDocument.ts'
import type { Publication } from '../../publication/types.ts'
import { attachment } from '../attachment.ts'
import type { DeliveryContext } from '../context.ts'
import { fileNames } from '../fileNames.ts'
import { inTurn } from '../inTurn.ts'
import type { PublicationStore } from '../PublicationStore.ts'
import { readableRevision } from '../readableRevision.ts'
import { revalidated } from '../Representation.ts'
import type { Render } from '../Representations.ts'

/**
 * The report as an official document: as a page, of every revision; to print and to calculate with,
 * only as it stands, for what was corrected should not be handed on.
 */
export function documentRoutes({ store, baseUrl, current, hot }: DeliveryContext) {
  const router = Router()

  const page =
    (images: string): Render =>
    (publication) => ({
      body: publishedDocument(publication, baseUrl, images),
      type: 'text/html; charset=utf-8',
      cacheControl: revalidated,
      headers: {
        'Content-Security-Policy': officialDocumentPolicy,
        'Referrer-Policy': 'no-referrer',
      },
    })

  router.get('/v1/reports/:organization/:year.html', async (req, res) => {
    const { organization, year } = req.params
    const standing = await current.find(organization, year)
    const render = page(`${year}/images`)
    await hot.send(req, res, { standing, name: 'html', render })
  })

  // What makes them is loaded with the first one: most processes never make any.
  const asWord: Render = async (publication) => {
    const { wordDocument } = await import('../../publication/docx/wordDocument.ts')
    const render = async () => wordDocument(publication, await picturesOf(publication, store))
    return file(publication, 'docx', await inTurn(render))
  }

  const asWorkbook: Render = async (publication) => {
    const { workbook } = await import('../../publication/xlsx/workbook.ts')
    return file(publication, 'xlsx', await inTurn(() => workbook(publication, baseUrl)))
  }

  router.get('/v1/reports/:organization/:year.docx', async (req, res) => {
    const standing = await current.find(req.params.organization, req.params.year)
    await hot.send(req, res, { standing, name: 'docx', render: asWord })
  })

  router.get('/v1/reports/:organization/:year.xlsx', async (req, res) => {
    const standing = await current.find(req.params.organization, req.params.year)
    await hot.send(req, res, { standing, name: 'xlsx', render: asWorkbook })
  })

  router.get('/v1/reports/:organization/:year/revisions/:number.html', async (req, res) => {
    const { organization, year, number } = req.params
    const standing = await current.find(organization, year)
    const { id, state } = await readableRevision(current, organization, year, number)
    // A correction changes what the page says of itself, and that is when it was modified.
    const [newest] = await current.revisions(organization, year)
    const isCorrected = newest !== undefined && newest.id !== id
    const render: Render = async (publication) => ({
      ...(await page('../images')(publication)),
      ...(isCorrected && { modified: new Date(newest.publishedAt) }),
    })
    await hot.send(req, res, { standing, id, name: `revision.html.${state}`, render })
  })

  return router
}

const types = { docx: wordType, xlsx: workbookType } as const

/** The files are archives: they get no smaller. */
const file = (publication: Publication, extension: keyof typeof types, body: Buffer) => ({
  body,
  type: types[extension],
  cacheControl: revalidated,
  headers: attachment(...fileNames(publication, extension)),
  isCompressed: true,
})

async function picturesOf(
  { content }: Publication,
  store: PublicationStore,
): Promise<Map<string, Buffer>> {
  const pictures = new Map<string, Buffer>()
  for (const { name } of content.images ?? []) {
    const image = await store.image(name)
    if (image) pictures.set(name, image.data)
  }
  return pictures
}
