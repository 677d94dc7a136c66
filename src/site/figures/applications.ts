import { sumOf, type Content, type Figure } from './Figure.ts'
import { keyFigure } from './keyFigures.ts'

/** New requests by kind of applicant. */
export function byApplicant({ tables: { applications } }: Content): Figure[] {
  const cells = applications.rows.find(({ key }) => key === 'received')?.cells ?? {}
  return applications.columns
    .filter(({ key }) => key !== 'total')
    .map(({ key, label, group }) => ({
      key,
      label: label === '其他' && group ? '其他组织' : label,
      unit: '件',
      value: cells[key] ?? null,
    }))
}

/**
 * What became of requests: each kind of result, its rows added up, so that forms with different
 * rows of one kind agree; and what is carried out, which is no result.
 */
export const byOutcome = (content: Content): Figure[] => [
  ...results(content),
  {
    ...{ key: 'carriedOut', label: '结转下年度', unit: '件', apart: true },
    value: keyFigure(content, 'carriedOut'),
  },
]

export function results({ tables: { applications } }: Content): Figure[] {
  const kinds = new Map<string, (number | null)[]>()
  for (const { key, labels, cells } of applications.rows) {
    if (labels.length < 2 || key === 'handledTotal') continue
    const label = plain(labels[1] ?? '')
    kinds.set(label, [...(kinds.get(label) ?? []), cells.total ?? null])
  }
  return [...kinds].map(([label, values]) => ({
    ...{ key: label, label, unit: '件' },
    value: sumOf(values),
  }))
}

/** （二）部分公开（区分处理的……） → 部分公开 */
const plain = (label: string): string => label.replace(/^（.）/, '').replace(/（[^（）]*）$/, '')
