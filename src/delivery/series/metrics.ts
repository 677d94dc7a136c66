import { rowsOf } from '../../formats/cells.ts'
import { formats, tableKeys } from '../../formats/index.ts'
import type { Column, Format, Row, TableKey } from '../../formats/types.ts'

/** A figure that can be followed through the years. */
export interface Metric {
  /** Such as `applications.received.total`. */
  metric: string
  /** Chinese, with all that stands over it in the form. */
  label: string
  unit: string | null
  /** Keys of the forms that have it. */
  formats: string[]
}

export const totalMetric = 'disclosureFigures.total'

export const channelMetrics = 'disclosureFigures.channels.'

/** The words of the newest form that has the cell, for 2019 and 2021 name some differently. */
function metricsOfForms(): Metric[] {
  const found = new Map<string, Metric>()
  for (const format of formats as readonly Format[]) {
    for (const { table, row, columns } of rowsOf(format)) {
      for (const column of columns) {
        const metric = `${table}.${row.key}.${column.key}`
        const others = found.get(metric)?.formats ?? []
        const label = labelOf(format.tables[table].label, row, column)
        const unit = unitOf(table, column)
        found.set(metric, { metric, label, unit, formats: [...others, format.key] })
      }
    }
  }
  return inOrder([...found.values()])
}

const inOrder = (all: Metric[]): Metric[] =>
  tableKeys.flatMap((table) => all.filter(({ metric }) => metric.startsWith(`${table}.`)))

const labelOf = (table: string, row: Row, column: Column): string =>
  `${table}：${[...row.labels, column.group, column.label].filter(Boolean).join(' · ')}`

const items = ['previousItems', 'change', 'projects']

/** What the form counts: it prints a unit only where it is money. */
const unitOf = (table: TableKey, column: Column): string =>
  column.unit ?? (table === 'disclosure' && items.includes(column.key) ? '项' : '件')

function totalOfDisclosure(): Metric {
  return {
    metric: totalMetric,
    label: '主动公开政府信息总数',
    unit: '条',
    formats: formats.map(({ key }) => key),
  }
}

/** Of a channel that reports give figures of. */
export const channelMetric = (slug: string, name: string): Metric => ({
  metric: `${channelMetrics}${slug}`,
  label: `通过${name}主动公开的数量`,
  unit: '条',
  formats: formats.map(({ key }) => key),
})

/** Every cell of every form, and the total of what was disclosed; channels come with the reports. */
export const metrics: readonly Metric[] = [...metricsOfForms(), totalOfDisclosure()]

const byKey = new Map(metrics.map((metric) => [metric.metric, metric]))

export const findMetric = (key: string): Metric | undefined => byKey.get(key)

/** @returns the metrics under the longest beginning of the key that there is, else all */
export function metricsNear(key: string): readonly Metric[] {
  const parts = key.split('.')
  for (let length = parts.length - 1; length > 0; length--) {
    const beginning = `${parts.slice(0, length).join('.')}.`
    const near = metrics.filter(({ metric }) => metric.startsWith(beginning))
    if (near.length > 0) return near
  }
  return metrics
}
