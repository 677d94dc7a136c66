/** What the website reads of `/v1`: its shapes, and nothing else of this project. */
import type { ReportJson } from '../../publication/reportJson.ts'

export type Report = ReportJson

/** A revision as `/revisions/:n` gives it. */
export type RevisionContent = Omit<ReportJson, 'links'>

export interface ReportSummary {
  organization: { slug: string; name: string; region?: string | null }
  year: number
  format: string
  title: string
  /** ISO instant. */
  publishedAt: string
  revision: number
  /** The report's address in the API, absolute. */
  url: string
  /** Where something was searched for: the words around what was found, and the places of it there. */
  excerpt?: string
  excerptHits?: [from: number, to: number][]
}

export interface Organization {
  slug: string
  name: string
  region: string | null
  /** Slug of the organ above. */
  parent: string | null
  years: number[]
}

export interface Revision {
  revision: number
  publishedAt: string
  correctionReason: string | null
  state: string
  url: string
}

/** The paging shape of all lists. */
export interface List<Doc> {
  docs: Doc[]
  totalDocs: number
  page: number
  totalPages: number
  nextPage: number | null
  prevPage: number | null
}

export interface ReportQuery {
  organization?: string
  year?: string
  q?: string
  page?: string
  limit?: number
}
