import { pageAddresses } from '../../publication/addresses.ts'
import type { PublishedAddress } from '../PublicationStore.ts'
import { element, textElement, xmlDocument } from './xml.ts'

export const sitemapType = 'application/xml; charset=utf-8'

const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** As the protocol has it. */
const mostAddresses = 50_000

interface Page {
  address: string
  /** ISO instant. */
  changedAt: string | undefined
}

/**
 * The pages of the website, as many files as the protocol asks for.
 * @param published newest first
 */
export function sitemapFiles(published: readonly PublishedAddress[], baseUrl: string): string[] {
  const pages = [...overviews(published, baseUrl), ...reports(published, baseUrl)]
  const files: string[] = []
  for (let start = 0; start < pages.length; start += mostAddresses) {
    files.push(listOf('urlset', 'url', pages.slice(start, start + mostAddresses)))
  }
  return files
}

/** @param addresses of the files */
export const sitemapIndex = (addresses: readonly string[]): string =>
  listOf(
    'sitemapindex',
    'sitemap',
    addresses.map((address) => ({ address, changedAt: undefined })),
  )

/** The home page, and the page of each organ, which change with the newest of their reports. */
function overviews(published: readonly PublishedAddress[], baseUrl: string): Page[] {
  const newest = new Map<string, string>()
  for (const { organization, publishedAt } of published) {
    if (!newest.has(organization)) newest.set(organization, publishedAt)
  }
  return [
    { address: pageAddresses.home(baseUrl), changedAt: published[0]?.publishedAt },
    ...[...newest].map(([organization, changedAt]) => ({
      address: pageAddresses.organization(baseUrl, organization),
      changedAt,
    })),
  ]
}

const reports = (published: readonly PublishedAddress[], baseUrl: string): Page[] =>
  published.map(({ organization, year, publishedAt }) => ({
    address: pageAddresses.report(baseUrl, organization, year),
    changedAt: publishedAt,
  }))

const listOf = (root: string, item: string, pages: readonly Page[]): string =>
  xmlDocument(
    element(
      root,
      { xmlns },
      pages
        .map(({ address, changedAt }) =>
          element(
            item,
            {},
            textElement('loc', address) + (changedAt ? textElement('lastmod', changedAt) : ''),
          ),
        )
        .join('\n'),
    ),
  )
