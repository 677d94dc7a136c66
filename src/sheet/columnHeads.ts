import type { FormatRow } from '../formats/cells.ts'
import type { Column } from '../formats/types.ts'
import { lettersOf } from '../importing/plainText.ts'
import { looksLikeValue } from '../importing/readCell.ts'
import { isHead, printedUnit } from '../importing/readLabelledRows.ts'
import { isBlank } from './placing.ts'
import type { PrintedRows } from './placing.ts'

/** Whether a copied row is a head: the form's own, or one that names some of its columns. */
export function isHeadRow(lines: readonly FormatRow[], cells: readonly string[]): boolean {
  const [first] = lines
  if (first && isHead(first.table, { cells, line: 0 })) return true
  const letters = cells.map(lettersOf)
  const holds = (text: string) => letters.includes(lettersOf(text))
  return (
    !cells.some(looksLikeValue) &&
    lines.some(({ columns }) => columns.some(({ label }) => holds(label))) &&
    !lines.some(({ row }) => row.labels.some(holds))
  )
}

/** The texts of a head at a place, from top to bottom. */
export const textsAt = (head: PrintedRows, x: number): string[] =>
  head.flatMap((row) => (isBlank(row[x]) ? [] : [row[x] ?? '']))

/** @returns the column that a head names at a place; also one that it shortens or lengthens. */
export function columnAt(
  head: PrintedRows,
  x: number,
  columns: readonly Column[],
): Column | undefined {
  const found = new Set(textsAt(head, x).flatMap((text) => columnNamed(text, columns) ?? []))
  return found.size === 1 ? [...found][0] : undefined
}

function columnNamed(text: string, columns: readonly Column[]): Column | undefined {
  const letters = lettersOf(text)
  const same = columns.find(({ label }) => lettersOf(label) === letters)
  if (same || letters.length < 3) return same
  const alike = columns.filter(({ label }) => {
    const known = lettersOf(label)
    return known.includes(letters) || (known.length >= 4 && letters.includes(known))
  })
  return alike.length === 1 ? alike[0] : undefined
}

/**
 * @param from the first place that can hold a value
 * @returns the columns by their places; `undefined` when the head names none, or one twice
 */
export function columnsUnder(
  head: PrintedRows,
  columns: readonly Column[],
  from: number,
): ReadonlyMap<number, Column> | undefined {
  const width = Math.max(0, ...head.map(({ length }) => length))
  const places = new Map<number, Column>()
  for (let x = 0; x < width; x += 1) {
    const column = columnAt(head, x, columns)
    if (column && (x < from || [...places.values()].includes(column))) return undefined
    if (column) places.set(x, column)
  }
  return places.size > 0 ? places : undefined
}

/** The unit that a head names for a column, at its place or, where that is not known, anywhere. */
export const unitIn = (head: PrintedRows, column: Column, x?: number): string | undefined =>
  printedUnit(column, { names: x === undefined ? head.flat() : textsAt(head, x) })
