import type { SectionKey } from '../../formats/types.ts'

/** A stretch of the report's text, in reading order: the preamble and the body of each section. */
export interface NarrativePassage {
  /** `preamble` or the section's id. */
  readonly id: string
  readonly section: SectionKey | 'preamble'
  readonly heading?: string
  /** Plain text, paragraphs separated by \n; figures bound to cells already written as numbers. */
  readonly text: string
}

/** A place in a passage: offsets into its text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** `atLeast`: 300余, 超300, 300以上; `about`: 近300, 约300, 300左右. */
export type Precision = 'exact' | 'atLeast' | 'about'

/** A number that counts something, as it stands in a text. */
export interface Quantity extends Span {
  readonly value: number
  readonly precision: Precision
  /** `bare`: a number without a unit, which may or may not be a count. */
  readonly kind: 'count' | 'money' | 'percent' | 'bare'
  /** 条, 件, 篇次 …; empty for a bare number. */
  readonly unit: string
  /** One unit in the last printed digit: 0.01 for 4.34%. */
  readonly step: number
  /** A single Chinese numeral before a unit (一件, 两个), which is as often a turn of phrase. */
  readonly loose: boolean
}
