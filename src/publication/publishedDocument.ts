import { reportAddresses } from './addresses.ts'
import { correctionNotice, supersededNotice } from './correctionNotice.ts'
import { governmentMeta } from './governmentMeta.ts'
import { officialDocument, type Notice } from './officialDocument.ts'
import type { Publication } from './types.ts'

/**
 * The body of `GET /v1/reports/:organization/:year.html`, and of a revision under `.html`: the
 * official document with the labels of a government page, a notice where it was corrected, and one
 * where a correction took its place.
 * @param images the address that the names of images are under, from where the page is
 */
export function publishedDocument(
  publication: Publication,
  baseUrl: string,
  images: string,
): string {
  const { content } = publication
  return officialDocument(content, {
    meta: governmentMeta(publication, baseUrl),
    notices: noticesOf(publication, documentAddress(publication, baseUrl)),
    canonical: documentAddress(publication, baseUrl),
    imageAddress: (image) => `${images}/${image}`,
  })
}

const documentAddress = ({ content }: Publication, baseUrl: string): string =>
  reportAddresses(baseUrl, content.organization.slug, content.year).html

function noticesOf(publication: Publication, current: string): Notice[] {
  const corrected = correctionNotice(publication)
  return [
    ...(publication.state === 'superseded'
      ? [{ text: supersededNotice(publication), link: { text: '现行文本', href: current } }]
      : []),
    ...(corrected ? [{ text: corrected }] : []),
  ]
}
