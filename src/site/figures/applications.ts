import { sumOf, type Content, type Figure } from './Figure.ts'

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
 * rows of one kind agree; and what is carried out.
 */
export function byOutcome({ tables: { applications } }: Content): Figure[] {
  const kinds = new Map<string, (number | null)[]>()
  for (const { key, labels, cells } of applications.rows) {
    if (!isOutcome(key, labels)) continue
    const label = plain(labels[1] ?? labels[0] ?? '')
    kinds.set(label, [...(kinds.get(label) ?? []), cells.total ?? null])
  }
  return [...kinds].map(([label, values]) => ({
    ...{ key: label, label, unit: '件' },
    value: sumOf(values),
  }))
}

const isOutcome = (key: string, labels: readonly string[]): boolean =>
  key === 'carriedOut' || (labels.length > 1 && key !== 'handledTotal')

/** （二）部分公开（区分处理的……） → 部分公开; 四、结转下年度继续办理 → 结转下年度 */
const plain = (label: string): string =>
  label
    .replace(/^（.）|^.、/, '')
    .replace(/（[^（）]*）$/, '')
    .replace('继续办理', '')
