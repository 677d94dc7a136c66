import type { Column, Row, Table } from '../formats/types.ts'
import { lettersOf } from './plainText.ts'
import { looksLikeValue } from './readCell.ts'
import type { PrintedRow } from './recogniseTables.ts'

/** A row of the form, found in the file. */
export interface MatchedRow {
  readonly row: Row
  readonly columns: readonly Column[]
  /** Which cell holds the row's own label; figures stand to its right. */
  readonly labelAt: number
}

interface Candidate {
  readonly row: Row
  readonly columns: readonly Column[]
  readonly label: Label
  /** The merged label right before the row's own, such as （三）不予公开; only of the third level. */
  readonly parent?: string
}

interface Label {
  readonly letters: string
  readonly ordinal?: string
  readonly body: string
}

/** Splits 1.属于国家秘密, 1、属于国家秘密 and 1属于国家秘密 alike into ordinal and words. */
function labelOf(text: string): Label {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  const match = /^\(?([一二三四五六七八九十]{1,2}|\d{1,2})[)、.,:]+|^(\d)(?=\p{Script=Han})/u.exec(
    plain,
  )
  const ordinal = match?.[1] ?? match?.[2]
  const body = lettersOf(plain.slice(match?.[0].length ?? 0))
  return ordinal === undefined
    ? { letters: lettersOf(plain), body }
    : { letters: lettersOf(plain), ordinal, body }
}

/**
 * Finds for each printed row the row of the form: first those whose label is the form's but for
 * spaces and punctuation, then, among the rest, shortened and clipped ones with the same ordinal
 * under the same merged label. No row of the form is found twice.
 * @returns as many entries as rows; `undefined` where nothing fits
 */
export function matchRows(
  table: Table,
  rows: readonly PrintedRow[],
): readonly (MatchedRow | undefined)[] {
  const candidates = candidatesOf(table)
  const labels = rows.map(({ cells }) =>
    cells.map((cell) => (cell.trim() === '' || looksLikeValue(cell) ? undefined : labelOf(cell))),
  )
  const parents = parentsAbove(table, labels)
  const taken = new Set<string>()
  const found: (MatchedRow | undefined)[] = rows.map(() => undefined)
  const ways: ((label: Label, parent: string | undefined) => Candidate | undefined)[] = [
    (label) => candidates.find((candidate) => candidate.label.letters === label.letters),
    (label) => only(candidates.filter((candidate) => candidate.label.body === label.body)),
    (label, parent) =>
      similar(
        label,
        parent,
        candidates.filter(({ row }) => !taken.has(row.key)),
      ),
  ]
  for (const way of ways) {
    labels.forEach((cells, i) => {
      if (found[i]) return
      const match = matchCells(cells, (label) => way(label, parents[i]))
      if (!match || taken.has(match.row.key)) return
      taken.add(match.row.key)
      found[i] = match
    })
  }
  return found
}

function candidatesOf(table: Table): Candidate[] {
  return table.groups.flatMap(({ columns, rows }) =>
    rows.map((row) => {
      const candidate = { row, columns, label: labelOf(row.labels.at(-1) ?? '') }
      const parent = row.labels.length > 2 ? row.labels.at(-2) : undefined
      return parent === undefined ? candidate : { ...candidate, parent: labelOf(parent).body }
    }),
  )
}

/** For each row the third-level label that it stands under: in its own cells or in a row above. */
function parentsAbove(
  table: Table,
  rows: readonly (readonly (Label | undefined)[])[],
): (string | undefined)[] {
  const known = new Set(candidatesOf(table).flatMap(({ parent }) => parent ?? []))
  let parent: string | undefined
  return rows.map((labels) => {
    parent = labels.find((label) => label && known.has(label.body))?.body ?? parent
    return parent
  })
}

/** The rightmost label that fits is the row's own: merged labels stand before it. */
function matchCells(
  labels: readonly (Label | undefined)[],
  fit: (label: Label) => Candidate | undefined,
): MatchedRow | undefined {
  for (let labelAt = labels.length - 1; labelAt >= 0; labelAt -= 1) {
    const label = labels[labelAt]
    const candidate = label && label.body !== '' ? fit(label) : undefined
    if (candidate) return { row: candidate.row, columns: candidate.columns, labelAt }
  }
  return undefined
}

/** How much of the shorter label must be found in the other, in order. */
const enoughUnderSameParent = 0.6
const enoughAnywhere = 0.8

function similar(
  label: Label,
  parent: string | undefined,
  candidates: readonly Candidate[],
): Candidate | undefined {
  return only(
    candidates.filter((candidate) => {
      const known = candidate.label
      if (label.ordinal !== known.ordinal && label.ordinal && known.ordinal) return false
      const [short, long] = [label.body.length, known.body.length].sort((a, b) => a - b)
      if (!short || !long || short < 3) return false
      const shared = commonLength(label.body, known.body)
      if (candidate.parent !== undefined) {
        if (candidate.parent !== parent) return false
        return shared / short >= (label.ordinal ? enoughUnderSameParent : enoughAnywhere)
      }
      if (label.ordinal && known.ordinal) return shared / short >= enoughAnywhere
      return shared / long >= 0.7
    }),
  )
}

const only = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined)

/** Length of the longest common subsequence. */
function commonLength(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const letter of a.slice(0, 200)) {
    const next = [0]
    for (let j = 0; j < b.length; j += 1) {
      const diagonal = (row[j] ?? 0) + (letter === b[j] ? 1 : 0)
      next.push(Math.max(diagonal, row[j + 1] ?? 0, next[j] ?? 0))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
