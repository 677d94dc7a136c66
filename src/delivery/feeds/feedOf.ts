import { pageAddresses, reportAddresses, revisionAddress } from '../../publication/addresses.ts'
import type { News } from '../PublicationStore.ts'

/** What both kinds of feed tell. */
export interface Feed {
  title: string
  /** Address of the website. */
  home: string
  /** ISO instant. */
  updated: string
  entries: FeedEntry[]
}

export interface FeedEntry {
  /** Of the very revision, so that readers show a correction as something new; an address. */
  id: string
  title: string
  summary: string
  /** ISO instant. */
  publishedAt: string
  author: string
  /** On the website. */
  page: string
  /** The report as data. */
  api: string
}

/** Of a feed in which nothing has ever stood. */
const beginning = '1970-01-01T00:00:00.000Z'

export function feedOf({ organization, docs, changedAt }: News, baseUrl: string): Feed {
  const { home, organization: organPage } = pageAddresses
  const subject = '政府信息公开工作年度报告'
  return {
    title: organization ? `${organization.name}${subject}` : subject,
    home: organization ? organPage(baseUrl, organization.slug) : home(baseUrl),
    updated: changedAt ?? beginning,
    entries: docs.map((doc) => entryOf(doc, baseUrl)),
  }
}

function entryOf(doc: News['docs'][number], baseUrl: string): FeedEntry {
  const { organization, year, revision, publishedAt } = doc
  return {
    id: revisionAddress(baseUrl, organization.slug, year, revision),
    title: revision > 1 ? `【更正】${doc.title}` : doc.title,
    summary: summaryOf(doc),
    publishedAt,
    author: organization.name,
    page: pageAddresses.report(baseUrl, organization.slug, year),
    api: reportAddresses(baseUrl, organization.slug, year).self,
  }
}

function summaryOf({ organization, year, revision, correctionReason }: News['docs'][number]) {
  const report = `${organization.name}${year}年度报告`
  if (revision === 1) return `${report}已发布。`
  const reason = correctionReason ? `更正原因：${correctionReason}` : ''
  return `${report}已更正（修订号 ${revision}）。${reason}`
}
