import { formats, tableKeys } from '../formats/index.ts'
import type { Format, Table, TableKey } from '../formats/types.ts'
import { lettersOf } from './plainText.ts'
import type { Block, Unread } from './types.ts'

/** A printed row: the cells as they stand, without the places that a merged cell covers. */
export interface PrintedRow {
  readonly cells: readonly string[]
  readonly line: number
}

export type PrintedTables = Partial<Record<TableKey, PrintedRow[]>>

const forms: readonly Format[] = formats

const tablesOf = (key: TableKey): Table[] => forms.map(({ tables }) => tables[key])

/** Every text that a form prints in the head of a table, comparable. */
const headTexts: Readonly<Record<TableKey, ReadonlySet<string>>> = keyed((key) =>
  tablesOf(key).flatMap((table) => [
    ...[table.note, table.columnHeading, table.rowHeading],
    ...table.groups.flatMap(({ heading, columns }) => [
      heading,
      ...columns.flatMap(({ label, group }) => [label, group]),
    ]),
    ...(table.layout === 'sideBySide' ? rowTexts(table) : []),
  ]),
)

const allTexts: Readonly<Record<TableKey, ReadonlySet<string>>> = keyed((key) => [
  ...headTexts[key],
  ...tablesOf(key).flatMap(rowTexts),
])

function rowTexts(table: Table): string[] {
  return table.groups.flatMap(({ rows }) => rows.flatMap(({ labels }) => labels))
}

function keyed(
  texts: (key: TableKey) => readonly (string | undefined)[],
): Record<TableKey, ReadonlySet<string>> {
  const setOf = (key: TableKey) =>
    new Set(texts(key).flatMap((text) => (text === undefined ? [] : [lettersOf(text)])))
  return {
    disclosure: setOf('disclosure'),
    applications: setOf('applications'),
    disputes: setOf('disputes'),
  }
}

/** Whether a cell is part of a table's head, also when the file words it longer or shorter. */
export function isHeadText(key: TableKey, text: string): boolean {
  const letters = lettersOf(text)
  if (headTexts[key].has(letters)) return true
  return [...headTexts[key]].some(
    (head) =>
      (head.length >= 4 && letters.includes(head)) ||
      (letters.length >= 3 && head.includes(letters)),
  )
}

/** How much a text speaks for a table: the more letters of it the form prints there, the more. */
export function speaksFor(key: TableKey, text: string): number {
  const letters = lettersOf(text)
  return allTexts[key].has(letters) ? Math.min(letters.length, 10) : 0
}

/** What has to speak for a table before it is taken for it. */
export const enoughForTable = 4

/**
 * Finds out which of the three tables each table of the file is, by its labels. Tables that belong
 * to the same one, as after a page break, are joined; so is a nameless rest right below its table.
 */
export function recogniseTables(blocks: readonly Block[]): {
  tables: PrintedTables
  unread: Unread[]
} {
  const tables: PrintedTables = {}
  const unread: Unread[] = []
  let above: TableKey | undefined
  for (const block of blocks) {
    if (block.type === 'line') {
      above = undefined
      continue
    }
    const rows = block.rows.map((row) => printedRow(row, block.line))
    const key = tableKeyOf(rows) ?? above
    if (key) (tables[key] ??= []).push(...rows)
    else unread.push(...rows.flatMap((row) => unreadRow(row, '不是年度报告的三张表，未导入')))
    above = key
  }
  return { tables, unread }
}

const printedRow = (row: readonly (string | undefined)[], line: number): PrintedRow => ({
  cells: row.filter((text) => text !== undefined),
  line,
})

/** @returns the row with all its cells for the list of what was not read; none for a blank row. */
export function unreadRow({ cells, line }: PrintedRow, reason: string): Unread[] {
  const text = cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).join(' | ')
  return /[^\s|]/.test(text) ? [{ line, text, reason }] : []
}

function tableKeyOf(rows: readonly PrintedRow[]): TableKey | undefined {
  const texts = [...new Set(rows.flatMap(({ cells }) => cells.map(lettersOf)))]
  const scores = tableKeys.map((key) => ({
    key,
    score: texts.reduce((sum, text) => sum + speaksFor(key, text), 0),
  }))
  const [best] = scores.sort((a, b) => b.score - a.score)
  return best && best.score >= enoughForTable ? best.key : undefined
}

/** Whether a line is what is left of a table whose cells were lost. */
export function isTableText(line: string): boolean {
  const letters = lettersOf(line)
  let found = 0
  for (const texts of Object.values(allTexts)) {
    for (const text of texts) if (text.length >= 4 && letters.includes(text)) found += 1
  }
  return found >= 3 || !/[。；;！？]/.test(line)
}
