import { minuteInChina } from '../chinaTime.ts'
import { chineseDate } from '../chineseDate.ts'
import { correctionNotice } from '../correctionNotice.ts'
import type { Publication } from '../types.ts'
import { xmlText } from '../xmlText.ts'
import type { SheetGrid } from './SheetGrid.ts'
import { notice, subtitle, title } from './styles.ts'

/**
 * Puts above a sheet what it is and of which publication.
 * @returns the row below
 */
export function putOpening(
  grid: SheetGrid,
  publication: Publication,
  heading: string,
  columns: number,
): number {
  const { content, publishedAt } = publication
  const day = chineseDate(minuteInChina(publishedAt))
  const corrected = correctionNotice(publication)
  const lines = [
    { value: heading, style: title },
    { value: `${content.title}（${day}发布）`, style: subtitle },
    ...(corrected ? [{ value: corrected, style: notice }] : []),
  ]
  lines.forEach(({ value, style }, row) =>
    grid.put({ row, column: 0 }, { value: xmlText(value) }, style, { columns }),
  )
  return lines.length
}
