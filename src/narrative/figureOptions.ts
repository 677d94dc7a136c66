import { cellRefsOf } from '../formats/cells.ts'
import { cellLabel, cellPath, columnLabel } from '../formats/labels.ts'
import type { CellRef, Format, TableKey } from '../formats/types.ts'
import { channelSource, figureLabel, totalSource } from './figures.ts'
import type { NamedChannel } from './figures.ts'

/** One choice of the picker. */
export interface FigureOption {
  readonly source: string
  readonly label: string
  /** Of a cell; what is no cell belongs to the figures of disclosure. */
  readonly table?: TableKey
  /** The row's whole label and the column's, or the figure's name alone. */
  readonly row: string
  readonly column?: string
}

/** All that a figure of a report can show, in the order of the form. */
export function figureOptions(format: Format, channels: readonly NamedChannel[]): FigureOption[] {
  const plain = [totalSource, ...channels.map(({ id }) => channelSource(id))]
  return [
    ...plain.map((source): FigureOption => {
      const label = figureLabel(format, source, channels)
      return { source, label, row: label }
    }),
    ...cellRefsOf(format).map((cell) => cellOption(format, cell)),
  ]
}

function cellOption(format: Format, cell: CellRef): FigureOption {
  const { table } = cell
  return {
    source: cellPath(cell),
    label: cellLabel(format, cell),
    table,
    row: wholeRowLabel(format, cell),
    column: columnLabel(format, cell),
  }
}

/** With the merged labels before it: 其他 alone says little. */
function wholeRowLabel(format: Format, { table, row }: CellRef): string {
  const rows = format.tables[table].groups.flatMap((group) => group.rows)
  return rows.find(({ key }) => key === row)?.labels.join(' › ') ?? row
}

/**
 * The choices that hold every word of a search, in label or path.
 * @param search words parted by blanks; none gives all
 */
export function searchFigures(options: readonly FigureOption[], search: string): FigureOption[] {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean)
  return options.filter(({ source, label, row }) => {
    const text = `${label} ${row} ${source}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
