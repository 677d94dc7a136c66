import { formatOf } from '../formats/index.ts'
import { layoutOf } from '../formats/layout.ts'
import type { TableKey } from '../formats/types.ts'
import { bareTableHtml } from '../publication/tableHtml.ts'
import type { ReportContent } from '../publication/types.ts'
import { centredLine, gridAttributes, isWide, slide } from './markup.ts'

/** The table as the form prints it; one too wide for a phone is slid sideways. */
export function tableGrid(content: ReportContent, key: TableKey): string {
  const table = formatOf(content.format).tables[key]
  const { columns } = layoutOf(key, table)
  const caption = isWide(columns) ? `${table.label}（左右滑动查看）` : table.label
  return centredLine(caption) + slide(bareTableHtml(content, key, gridAttributes(columns)))
}
