import { rowsOf } from '../../formats/cells.ts'
import { formatOf } from '../../formats/index.ts'
import type { CellValue, Format } from '../../formats/types.ts'
import type { Bars, ChartFigures } from './types.ts'

/** The charts that the figures of table 3 give; one with nothing to show, or with blanks, is none. */
export function barsOf(figures: ChartFigures): Bars[] {
  const format = formatOf(figures.format)
  return [
    drawable('applicants', `${figures.year}年新收政府信息公开申请`, applicants(format, figures)),
    drawable('outcomes', `${figures.year}年政府信息公开申请办理情况`, outcomes(format, figures)),
  ].filter((bars) => bars !== undefined)
}

interface Line {
  label: string
  value: CellValue
}

function drawable(key: Bars['key'], title: string, lines: readonly Line[]): Bars | undefined {
  const filled = lines.filter((line): line is Bars['lines'][number] => line.value !== null)
  if (filled.length < lines.length || filled.every(({ value }) => value === 0)) return undefined
  const words = filled.map(({ label, value }) => `${label}${value}件`).join('，')
  return { key, title, alt: `${title}：${words}。`, lines: filled }
}

/** New requests by kind of applicant. */
function applicants(format: Format, { read }: ChartFigures): Line[] {
  const row = rowsOf(format).find(({ row }) => row.key === 'received')
  return (row?.columns ?? [])
    .filter(({ key }) => key !== 'total')
    .map(({ key, label, group }) => ({
      label: label === '其他' && group ? `其他组织` : label,
      value: read({ table: 'applications', row: 'received', column: key }),
    }))
}

/** What became of requests: each kind of result, its rows summed up, and what is carried out. */
function outcomes(format: Format, { read }: ChartFigures): Line[] {
  const kinds = new Map<string, CellValue>()
  for (const { table, row } of rowsOf(format)) {
    if (table !== 'applications' || !isOutcome(row)) continue
    const label = plain(row.labels[1] ?? row.labels[0] ?? '')
    const value = read({ table, row: row.key, column: 'total' })
    const before = kinds.get(label) ?? 0
    kinds.set(label, kinds.get(label) === null || value === null ? null : before + value)
  }
  return [...kinds].map(([label, value]) => ({ label, value }))
}

const isOutcome = ({ key, labels }: { key: string; labels: readonly string[] }): boolean =>
  key === 'carriedOut' || (labels.length > 1 && key !== 'handledTotal')

/** （二）部分公开（区分处理的……） → 部分公开 */
const plain = (label: string): string =>
  label.replace(/^（.）|^.、/, '').replace(/（[^（）]*）$/, '')
