import { tidy } from './plainText.ts'
import { matchSectionHeading } from './sections.ts'
import type { Block } from './types.ts'

/**
 * Reads text as it comes out of Word: a table cell is a line that begins with a tab, a blank line
 * ends a table row, and a line without a tab right after a cell goes on with that cell.
 * @returns lines and tables in the order of the file; blank lines are left out
 */
export function readText(text: string): Block[] {
  const blocks: Block[] = []
  let table: OpenTable | undefined
  const closeTable = () => {
    if (table) blocks.push(...closed(table))
    table = undefined
  }
  text.split(/\r\n|[\r\n\f\v\u2028\u2029]/).forEach((raw, index) => {
    const line = index + 1
    if (isCell(raw)) {
      table ??= { rows: [], rowOpen: false }
      addCells(table, raw, line)
    } else if (tidy(raw) === '') {
      if (table) table.rowOpen = false
    } else if (table?.rowOpen && !matchSectionHeading(raw)) {
      continueCell(table, raw)
    } else {
      closeTable()
      blocks.push({ type: 'line', text: tidy(raw), line })
    }
  })
  closeTable()
  return blocks
}

interface TextCell {
  text: string
  readonly line: number
}

interface OpenTable {
  readonly rows: TextCell[][]
  rowOpen: boolean
}

const isCell = (raw: string): boolean => raw.startsWith('\t') || /\S\t/.test(raw)

/** A line with tabs inside is a whole row, as a table copied from a spreadsheet has them. */
function addCells(table: OpenTable, raw: string, line: number): void {
  const texts = (raw.startsWith('\t') ? raw.slice(1) : raw).split('\t')
  const cells = texts.map((text) => ({ text: tidy(text), line }))
  const row = table.rows.at(-1)
  if (table.rowOpen && row && raw.startsWith('\t') && texts.length === 1) row.push(...cells)
  else table.rows.push(cells)
  table.rowOpen = raw.startsWith('\t')
}

function continueCell(table: OpenTable, raw: string): void {
  const cell = table.rows.at(-1)?.at(-1)
  if (cell) cell.text = `${cell.text}\n${tidy(raw)}`
}

/** Paragraphs indented with a tab look like cells; they are what makes no table. */
function closed({ rows }: OpenTable): Block[] {
  const cells = rows.flat()
  const isTable =
    rows.some((row) => row.length > 1) &&
    !cells.some(({ text }) => text.length > 150 || matchSectionHeading(text)?.numbered)
  if (isTable) {
    const line = cells[0]?.line ?? 1
    return [{ type: 'table', rows: rows.map((row) => row.map(({ text }) => text)), line }]
  }
  return cells.flatMap(({ text, line }) =>
    text === ''
      ? []
      : text.split('\n').map((part) => ({ type: 'line' as const, text: part, line })),
  )
}
