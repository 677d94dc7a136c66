import { reportAddresses, revisionAddress, revisionDocumentAddress } from './addresses.ts'
import type { ReportAddresses } from './addresses.ts'
import { withImageAddresses } from './images.ts'
import type { Publication, ReportContent } from './types.ts'

/** What the public address adds to the frozen content. */
export interface Envelope {
  /** ISO instant. */
  publishedAt: string
  revision: number
  /** SHA-256 of the canonical content, hex. */
  digest: string
  /** The report's address, absolute; always of the newest revision. */
  url: string
  /** Only representations that exist. */
  links: ReportAddresses
}

export type ReportJson = ReportContent & Envelope

export type RevisionJson = ReportContent &
  Omit<Envelope, 'links'> & { links: Pick<ReportAddresses, 'self' | 'html' | 'revisions'> }

/**
 * The body of `GET /v1/reports/:organization/:year`.
 *
 * A reader can prove that it holds what was published: remove exactly the five members
 * `publishedAt`, `revision`, `digest`, `url` and `links`, canonicalise what remains (RFC 8785) and
 * take SHA-256 over its UTF-8 bytes; the result is `digest`. Where sections show images, their
 * addresses were completed with `url`: in `html`, `<img src="${url}/images/` stands for
 * `<img src="images/`.
 */
export function reportJson(publication: Publication, baseUrl: string): ReportJson {
  const { content, publishedAt, revision, digest } = publication
  const links = reportAddresses(baseUrl, content.organization.slug, content.year)
  const { organization, year, format, title, period, contact, preamble, signature, ...rest } =
    withImageAddresses(content, links.self)
  // People read it too: what the report is comes first, whatever the canonical order.
  return {
    ...{ organization, year, format, title, publishedAt, revision, digest, url: links.self },
    ...{ period, contact, preamble, signature },
    ...rest,
    links,
  }
}

/**
 * The body of `GET /v1/reports/:organization/:year/revisions/:n`: the same, with the address of
 * this very revision as `links.self`. Other representations exist of the newest revision only.
 */
export function revisionJson(publication: Publication, baseUrl: string): RevisionJson {
  const report = reportJson(publication, baseUrl)
  const { content, revision } = publication
  const place = [baseUrl, content.organization.slug, content.year, revision] as const
  return {
    ...report,
    links: {
      self: revisionAddress(...place),
      html: revisionDocumentAddress(...place),
      revisions: report.links.revisions,
    },
  }
}
