import { sumOf, type Content, type Figure } from './Figure.ts'

/** The figures that both forms state alike, so that years under different forms can be compared. */
const definitions = [
  { key: 'disclosed', label: '主动公开政府信息', unit: '条' },
  { key: 'received', label: '新收政府信息公开申请', unit: '件' },
  { key: 'carriedIn', label: '上年结转申请', unit: '件' },
  { key: 'handled', label: '办结申请', unit: '件' },
  { key: 'carriedOut', label: '结转下年度申请', unit: '件' },
  { key: 'reconsideration', label: '行政复议', unit: '件' },
  { key: 'litigation', label: '行政诉讼', unit: '件' },
] as const

export type KeyFigure = (typeof definitions)[number]['key']

const readers: Record<KeyFigure, (content: Content) => number | null> = {
  disclosed: ({ disclosureFigures }) => disclosureFigures.total,
  received: (content) => cell(content, 'applications', 'received'),
  carriedIn: (content) => cell(content, 'applications', 'carriedIn'),
  handled: (content) => cell(content, 'applications', 'handledTotal'),
  carriedOut: (content) => cell(content, 'applications', 'carriedOut'),
  reconsideration: (content) => cell(content, 'disputes', 'reconsideration'),
  litigation: (content) =>
    sumOf(
      ['litigationDirect', 'litigationAfterReconsideration'].map((row) =>
        cell(content, 'disputes', row),
      ),
    ),
}

const cell = (content: Content, table: keyof Content['tables'], row: string): number | null =>
  content.tables[table].rows.find(({ key }) => key === row)?.cells.total ?? null

export const keyFigure = (content: Content, key: KeyFigure): number | null => readers[key](content)

/** All of them, in the order of the report. */
export const keyFigures = (content: Content): (Figure & { key: KeyFigure })[] =>
  definitions.map((definition) => ({ ...definition, value: readers[definition.key](content) }))
