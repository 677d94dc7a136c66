import type { FormatKey } from '../formats/index.ts'
import type { CellValue, SectionKey, TablesData } from '../formats/types.ts'
import type { Channel } from '../payload-types.ts'

/** What every reader of a file type makes of it: the one form that the assembler understands. */
export type Block =
  | { readonly type: 'line'; readonly text: string; readonly line: number }
  | {
      readonly type: 'table'
      /** Rows of cells as printed. A cell merged over several places stands in the first only; the others are `undefined`. */
      readonly rows: readonly (readonly (string | undefined)[])[]
      readonly line: number
    }

/** A report as read from a file, before it has a place in the database. */
export interface ImportedReport {
  /** 营丘镇人民政府, as signed; the name in the title where there is no signature. */
  organizationName?: string
  year?: number
  format: FormatKey
  title?: string
  /** ISO dates (YYYY-MM-DD). */
  period?: { from: string; to: string }
  contact?: { office?: string; phone?: string; address?: string; postcode?: string; email?: string }
  /** The date under the signature (YYYY-MM-DD). */
  signedOn?: string
  /** The text before the first section, a paragraph an entry. */
  preamble: string[]
  sections: ImportedSection[]
  tables: TablesData
  /** Channels named in the text, each once. */
  channels: ImportedChannel[]
  disclosureFigures: { total: CellValue; channels: { name: string; count: number }[] }
  /** All that was in the file and found no place above. */
  unread: Unread[]
}

export interface ImportedSection {
  key: SectionKey
  heading: string
  paragraphs: string[]
  children: { heading: string; paragraphs: string[] }[]
}

/** The kinds that the collection of channels has. */
export type ChannelKind = Channel['kind']

export interface ImportedChannel {
  /** “古都营丘”微信公众号 */
  name: string
  kind: ChannelKind
}

export interface Unread {
  /** Line in the file, from 1; absent where the format has no lines. */
  line?: number
  text: string
  /** Chinese: why it found no place. */
  reason: string
}
