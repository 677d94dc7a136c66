import type { SiteSettings } from '../settings.ts'

/** The addresses of the website's own pages, from its root. */
export const organizationPath = (slug: string): string =>
  `/organizations/${encodeURIComponent(slug)}`

export const reportPath = (slug: string, year: number): string =>
  `/reports/${encodeURIComponent(slug)}/${year}`

export function searchPath(query: Record<string, string | number | undefined>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text ? `/search?${text}` : '/search'
}

/** An address of the API as the reader reaches it: from the root where it is this very site. */
export const shortened = (url: string, { address }: Pick<SiteSettings, 'address'>): string =>
  url.startsWith(`${address}/`) ? url.slice(address.length) : url

/** Where the public API is, by the address of something in it: without `/v1` and what follows. */
export const apiAddressOf = (url: string): string => url.slice(0, Math.max(0, url.indexOf('/v1/')))

/** @param api the public address of the API; `organization` narrows the feed to one organ */
export const feedPath = (api: string, organization?: string): string =>
  `${api}/v1/feed.atom${organization ? `?organization=${encodeURIComponent(organization)}` : ''}`
