import { findColumn } from '../formats/cells.ts'
import { tableKeys } from '../formats/index.ts'
import { cellLabel } from '../formats/labels.ts'
import type { CellRef, CellValue, Format, TablesData } from '../formats/types.ts'

/**
 * Figures bound to cells: the narrative names where a number stands and never holds the number, so
 * that text and tables cannot differ.
 */

/** What a figure shows: a cell, the items disclosed in all, or those of one channel. */
export type FigureSource =
  { kind: 'cell'; cell: CellRef } | { kind: 'total' } | { kind: 'channel'; id: string }

/** The figures that the report states besides its tables. */
export interface NarrativeFigures {
  readonly total: CellValue
  readonly channels: readonly (NamedChannel & { readonly count: CellValue })[]
}

export interface NamedChannel {
  readonly id: string
  readonly name: string
}

/** All that a figure's number can come from. */
export interface FigureContext {
  readonly format: Format
  readonly tables: TablesData
  readonly figures: NarrativeFigures
}

/** The slug of the inline block that stands for a figure. */
export const figureBlock = 'figure'

/** What a draft shows in place of a number that is not there yet. */
export const blankFigure = '〔未填〕'

export const totalSource = 'disclosureFigures.total'
export const channelSource = (id: string): string => `disclosureFigures.channels.${id}`

const channelPath = /^disclosureFigures\.channels\.([\w-]{1,64})$/
const cellPattern = /^tables\.(\w{1,40})\.(\w{1,40})\.(\w{1,40})$/

/**
 * @param source such as `tables.applications.received.total`, `disclosureFigures.total` or
 *   `disclosureFigures.channels.<id of the channel>`
 * @returns `undefined` when it is none of these, whichever form a report has
 */
export function parseSource(source: unknown): FigureSource | undefined {
  if (typeof source !== 'string') return undefined
  if (source === totalSource) return { kind: 'total' }
  const id = channelPath.exec(source)?.[1]
  if (id) return { kind: 'channel', id }
  const [, table, row, column] = cellPattern.exec(source) ?? []
  const known = tableKeys.find((key) => key === table)
  return known && row && column ? { kind: 'cell', cell: { table: known, row, column } } : undefined
}

/** Whether the form has what the figure shows; channels and the total are of every form. */
export function formHasSource(format: Format, source: string): boolean {
  const parsed = parseSource(source)
  if (!parsed) return false
  return parsed.kind !== 'cell' || findColumn(format, parsed.cell) !== undefined
}

/**
 * @returns the number; `null` while it is blank; `undefined` when the report has no such figure
 */
export function figureValue(
  { format, tables, figures }: FigureContext,
  source: string,
): CellValue | undefined {
  const parsed = parseSource(source)
  if (!parsed) return undefined
  if (parsed.kind === 'total') return figures.total
  if (parsed.kind === 'channel') return figures.channels.find(({ id }) => id === parsed.id)?.count
  if (!findColumn(format, parsed.cell)) return undefined
  const { table, row, column } = parsed.cell
  return tables[table][row]?.[column] ?? null
}

/** @returns the number as the text shows it, without separators; {@link blankFigure} for none */
export function figureText(context: FigureContext, source: string): string {
  const value = figureValue(context, source)
  return value === null || value === undefined ? blankFigure : String(value)
}

/**
 * For example 依申请公开表“（一）予以公开”行“自然人”列, or “清河发布”的公开数量.
 * @param channels names of channels; one that is not among them is told by what it is
 */
export function figureLabel(
  format: Format,
  source: string,
  channels: readonly NamedChannel[] = [],
): string {
  const parsed = parseSource(source)
  if (!parsed) return '未选择的数据'
  if (parsed.kind === 'total') return '主动公开总数'
  if (parsed.kind === 'cell') return cellLabel(format, parsed.cell)
  const name = channels.find(({ id }) => id === parsed.id)?.name
  return name ? `${name}的公开数量` : '某个公开渠道的公开数量'
}
