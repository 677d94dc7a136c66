import type { CellRef, CellValue, Format, TableKey, TablesData } from '../formats/types.ts'
import type { NarrativePassage } from './narrative/types.ts'

/** The result of a reconciliation, as the API gives it. */
export interface Reconciliation {
  /**
   * From the statutory and arithmetic rules and from cells that are still blank; conventions are
   * warnings and do not change it.
   */
  status: 'balanced' | 'incomplete' | 'violated'
  /** How many statutory and arithmetic identities the form has; satisfied ones are only counted. */
  checked: number
  satisfied: number
  incomplete: number
  violated: number
  /** Violated first, then incomplete, then warnings. */
  findings: Finding[]
  /** What would repair every violated identity; absent when nothing is violated. */
  diagnosis?: Diagnosis
}

export interface Finding {
  rule: string
  /** `error` for statutory and arithmetic rules and for blanks, `warning` for conventions. */
  severity: 'error' | 'warning'
  status: 'violated' | 'incomplete'
  /** Absent where a finding is not about a table (channels). */
  table?: TableKey
  cells: CellRef[]
  expected: number | null
  actual: number | null
  /** Chinese; names row, column, expected and actual value. */
  message: string
  /**
   * Identifies the finding together with the values it rests on: an acknowledgement stays as long
   * as the key stays.
   */
  key: string
  /** For findings about the text: the sentence or clause to look at, with offsets into the text. */
  passage?: { id: string; start: number; end: number; quote: string }
  acknowledged?: Acknowledgement
}

export interface Acknowledgement {
  by: string
  at: string
  reason: string
}

/** An acknowledgement as the report keeps it: for the finding with this key. */
export interface KeptAcknowledgement extends Acknowledgement {
  key: string
}

/** The smallest sets of cells whose change repairs all failures, the likeliest first. */
export interface Diagnosis {
  repairs: Repair[]
  /** Whether exactly one smallest set exists. */
  unique: boolean
}

export interface Repair {
  changes: { cell: CellRef; actual: number; suggested: number }[]
  /** For example 将依申请公开表“…”行“…”列由 3 改为 5. */
  message: string
}

/** A channel's figure as the narrative gives it. */
export interface ChannelCount {
  name: string
  count: CellValue
}

/** All that the rules look at. Pure data: no database, no network. */
export interface ReconciliationInput {
  format: Format
  /** The report year: the text may speak of no other as its own. */
  year?: number
  tables: TablesData
  /** The same organ's report of the year before, when it is there. Its form may be another. */
  lastYear?: { year: number; format: Format; tables: TablesData }
  /** Items disclosed in all and by channel. */
  disclosureFigures?: { total: CellValue; channels: readonly ChannelCount[] }
  /** The report's text in reading order. */
  narrative?: readonly NarrativePassage[]
  acknowledgements?: readonly KeptAcknowledgement[]
}
