import type { CellRef, Column } from '../formats/types.ts'
import { tidy } from '../importing/plainText.ts'

/** Which printed cell goes where. */
export interface Placed {
  readonly cell: CellRef
  readonly column: Column
  readonly printed: string
  /** The unit that the head of the copied table names, where it names one. */
  readonly unit?: string | undefined
}

/** Something copied that goes nowhere. */
export interface Ignored {
  readonly text: string
  /** Chinese. */
  readonly reason: string
}

export interface Placing {
  readonly by: 'labels' | 'position'
  readonly placed: readonly Placed[]
  readonly ignored: readonly Ignored[]
}

export type PrintedRows = readonly (readonly string[])[]

export const isBlank = (text: string | undefined): boolean => tidy(text ?? '') === ''

export const isBlankRow = (row: readonly string[]): boolean => row.every(isBlank)

/** @returns an entry for a row that holds anything. */
export function ignoredRow(row: readonly string[], reason: string): Ignored[] {
  const texts = row.filter((text) => !isBlank(text))
  const text = texts.map((one) => one.replace(/\s+/g, ' ').trim()).join(' | ')
  return text === '' ? [] : [{ text, reason }]
}
