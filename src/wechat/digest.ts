import type { CellValue, TableKey } from '../formats/types.ts'
import { cellsOf } from '../publication/publishedCells.ts'
import type { ReportContent } from '../publication/types.ts'
import { clip } from './limits.ts'

/**
 * The summary under an article's title: the year's figures in plain words. What is blank is not
 * spoken of; what does not fit is left out whole, the least important last figures first.
 * @param max characters
 */
export function articleDigest(content: ReportContent, max: number): string {
  const opening = clip(`${content.year}年，${content.organization.name}`, max)
  let digest = opening
  for (const figure of figuresOf(content)) {
    const longer = digest === opening ? digest + figure : `${digest}，${figure}`
    if (longer.length + 1 > max) break
    digest = longer
  }
  if (digest === opening) return clip(content.title, max)
  return `${digest}。`
}

function figuresOf(content: ReportContent): string[] {
  const read = cellsOf(content)
  const total = (table: TableKey, row: string) => read({ table, row, column: 'total' })
  const received = total('applications', 'received')
  const litigation = sum(
    total('disputes', 'litigationDirect'),
    total('disputes', 'litigationAfterReconsideration'),
  )
  return [
    told(content.disclosureFigures.total, (n) => `主动公开政府信息${n}条`, '未主动公开政府信息'),
    told(received, (n) => `收到政府信息公开申请${n}件`, '未收到政府信息公开申请'),
    told(total('applications', 'handledTotal'), (n) => `办结${n}件`),
    told(total('applications', 'carriedOut'), (n) => `结转下年度${n}件`),
    told(total('disputes', 'reconsideration'), (n) => `行政复议${n}件`, '无行政复议'),
    told(litigation, (n) => `行政诉讼${n}件`, '无行政诉讼'),
  ].filter((figure) => figure !== '')
}

/** @returns nothing for a blank; `none` for zero */
function told(value: CellValue, some: (value: number) => string, none = ''): string {
  if (value === null) return ''
  return value === 0 ? none : some(value)
}

const sum = (a: CellValue, b: CellValue): CellValue => (a === null || b === null ? null : a + b)
