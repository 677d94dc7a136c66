import type { Cells, TableKey } from '../formats/types.ts'
import type { Finding } from '../reconciliation/types.ts'
import type { PublishedImage } from './images.ts'

/**
 * What a publication freezes: all that the public may know of a report, and nothing else. Its
 * canonical JSON (RFC 8785) is what the digest is taken over.
 */
export interface ReportContent {
  organization: { slug: string; name: string; region: string | null }
  year: number
  format: string
  title: string
  /** ISO dates (YYYY-MM-DD). */
  period: { from: string; to: string }
  contact: {
    office: string | null
    phone: string | null
    address: string | null
    email: string | null
  }
  /** The text before section 一, and the signature under section 六. */
  preamble: string
  signature: { name: string; date: string | null }
  sections: PublishedSection[]
  /** What the sections show, each once; absent when they show none. */
  images?: PublishedImage[]
  tables: Record<TableKey, PublishedTable>
  disclosureFigures: {
    total: number | null
    channels: { channel: { slug: string; name: string; kind: string }; count: number }[]
  }
  channels: {
    slug: string
    name: string
    kind: string
    account: string | null
    url: string | null
  }[]
  reconciliation: {
    status: string
    checked: number
    acknowledged: (Pick<Finding, 'rule' | 'message' | 'cells' | 'expected' | 'actual'> & {
      acknowledged: { at: string; reason: string }
    })[]
  }
}

export interface PublishedSection {
  /** Of the six, the statutory key; of a sub-section `overview.1`, `overview.2` and so on. */
  key: string
  heading: string
  html: string
  text: string
  children: PublishedSection[]
  table?: TableKey
}

export interface PublishedTable {
  columns: { key: string; label: string; group?: string; type: string; unit?: string }[]
  rows: { key: string; labels: string[]; cells: Cells }[]
}

/** A publication as stored: immutable but for `state`. */
export interface Publication {
  id: string
  /** Of the report: 1, 2, … */
  revision: number
  /** SHA-256 of the canonical content, hex. */
  digest: string
  /** ISO instant. */
  publishedAt: string
  /** Why this revision replaces the one before; `null` for the first. */
  correctionReason: string | null
  state: 'current' | 'superseded' | 'withdrawn'
  content: ReportContent
  /** Drawn from the figures when it was published; empty for what was published before there were any. */
  charts: PublishedChart[]
}

/** A picture of the year's figures, for articles. */
export interface PublishedChart extends PublishedImage {
  key: 'cover' | 'applicants' | 'outcomes'
}
