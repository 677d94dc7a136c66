import type { Standing } from '../publication/standing.ts'
import type { Publication } from '../publication/types.ts'
import type { Excerpt } from './search/excerptOf.ts'

/**
 * All that the delivery knows of the database. Every method sees what is published and nothing
 * else: no drafts, no reports under correction. Slugs and years come checked for length and form.
 */
export interface PublicationStore {
  /**
   * The newest publication of an organ's year. Asked by the first reader after each change, so
   * cheap: one indexed look-up, without the content.
   * @returns `undefined` when the report was never published
   */
  find(organization: string, year: number): Promise<FoundPublication | undefined>
  /**
   * What was published or withdrawn. Asked a few times a second by each process, so cheap.
   * @param from the number to begin with, itself included; without it they come backwards, the newest first
   * @param limit how many at most
   */
  changes(from: number | undefined, limit: number): Promise<Change[]>
  /** @returns the publication with its content, whatever its state */
  load(id: string): Promise<Publication | undefined>
  /** The current publications that match, newest first; withdrawn and superseded ones never. */
  list(query: ReportQuery): Promise<Page<PublicationSummary>>
  /**
   * The current publications of some organs, in no order.
   * @param organizations slugs
   */
  current(organizations: readonly string[]): Promise<CurrentPublication[]>
  /**
   * The newest publications and corrections that are current.
   * @param organization slug; all organs when absent
   * @param limit how many at most
   * @returns `undefined` when the organ has never published anything
   */
  news(organization: string | undefined, limit: number): Promise<News | undefined>
  /** Where the current publications are, newest first. */
  addresses(): Promise<PublishedAddress[]>
  /** A number that grows with every publication and withdrawal. Cheap. */
  lastChange(): Promise<number>
  /**
   * Newest first, those among them that were withdrawn before included; empty when the report is
   * withdrawn as a whole or was never published.
   */
  revisions(organization: string, year: number): Promise<RevisionSummary[]>
  /**
   * The bytes of an image; that a publication shows it is for the caller to know.
   * @returns `undefined` when there is no such image
   */
  image(name: string): Promise<ImageFile | undefined>
  channels(): Promise<PublicChannel[]>
  /** @returns `undefined` when there is no such channel, or none that is listed publicly */
  channel(slug: string): Promise<ChannelOfOrgan | undefined>
  /**
   * The newest publication of each report of the organ whose channel it is, withdrawn ones too, in
   * the order in which they were published or withdrawn; those after `after` only.
   * @param limit how many at most; `more` says whether others follow
   * @returns `undefined` when there is no such channel
   */
  articles(
    channel: string,
    after: ArticlePosition | undefined,
    limit: number,
  ): Promise<ArticlesFound | undefined>
  /** @returns `undefined` when there never was such a publication */
  article(id: string): Promise<ArticleState | undefined>
  organizations(query: PageQuery): Promise<Page<PublicOrganization>>
}

/** A publication that took a number when it was published, or another when it was withdrawn. */
export interface Change {
  /** Of the publication. */
  id: string
  sequence: number
  /** Slug. */
  organization: string
  year: number
}

export interface FoundPublication {
  id: string
  state: 'current' | 'withdrawn'
  /** ISO instant. */
  publishedAt: string
  /** ISO instant; only when withdrawn. */
  withdrawnAt?: string
}

export interface PageQuery {
  /** From 1. */
  page: number
  limit: number
}

export interface ReportQuery extends PageQuery {
  /** Slug. */
  organization?: string
  region?: string
  year?: number
  /** Words to search for in title, organ and text. */
  q?: string
}

export interface Page<Doc> {
  docs: Doc[]
  totalDocs: number
}

/** What lists tell of a publication; an excerpt only where words were searched for. */
export interface PublicationSummary extends Partial<Excerpt> {
  organization: { slug: string; name: string; region: string | null }
  year: number
  format: string
  title: string
  /** ISO instant. */
  publishedAt: string
  revision: number
  digest: string
}

export interface CurrentPublication extends PublicationSummary {
  id: string
}

export interface News {
  /** Of the organ asked for. */
  organization: { slug: string; name: string } | null
  docs: (CurrentPublication & { correctionReason: string | null })[]
  /** ISO instant of the last publication or withdrawal; `null` before the first. */
  changedAt: string | null
}

export interface PublishedAddress {
  /** Slug. */
  organization: string
  year: number
  /** ISO instant. */
  publishedAt: string
}

export interface RevisionSummary {
  id: string
  revision: number
  digest: string
  /** ISO instant. */
  publishedAt: string
  correctionReason: string | null
  state: Publication['state']
  /** Names of the images that it shows. */
  images: readonly string[]
}

export interface ImageFile {
  mimeType: string
  data: Buffer
}

export interface PublicChannel {
  slug: string
  name: string
  kind: string
  account: string | null
  url: string | null
  /** The organ whose channel it is. */
  organization: { slug: string; name: string } | null
}

export interface ChannelOfOrgan {
  slug: string
  /** Slug of the organ whose channel it is. */
  organization: string
  /** How wide tables are shown in its articles. */
  tableForm: 'grid' | 'phone'
}

/**
 * Where a reader of a channel's articles stopped: the number of the last publication or withdrawal
 * seen; to begin with, also an instant, from which on all is new.
 */
export type ArticlePosition = { sequence: number } | { publishedAt: string }

export interface ArticlesFound {
  docs: ArticleSummary[]
  more: boolean
  /** From where to go on: all up to this number has been told. */
  next: number
  /** All that stands in the channel and should not any more, whatever was asked for. */
  stale: StaleArticle[]
}

export interface ArticleSummary {
  id: string
  title: string
  organization: { slug: string; name: string }
  year: number
  revision: number
  digest: string
  /** ISO instant. */
  publishedAt: string
  state: 'current' | 'withdrawn'
  /** ISO instant; only when withdrawn. */
  withdrawnAt?: string
  /** What stands in the channel of this report, `null` for nothing. */
  standing: Standing | null
}

export interface StaleArticle extends Standing {
  /** Of the publication that stands there. */
  id: string
  organization: { slug: string; name: string }
  year: number
}

/** A publication as an article, whatever became of it. */
export interface ArticleState extends Omit<ArticleSummary, 'state' | 'standing'> {
  state: Publication['state']
  /** The publication that took its place. */
  replacedBy: string | null
  /** Where it stands now, or stood. */
  receipts: (Standing & { channel: string; removed: boolean })[]
}

export interface PublicOrganization {
  slug: string
  name: string
  region: string | null
  /** Slug of the organ above. */
  parent: string | null
  /** Years with a current publication, newest first. */
  years: number[]
}
