import { channelMetrics, totalMetric, type Metric } from './metrics.ts'
import type { ReportFigures } from './Figures.ts'

/** A figure of one year; where there is none, why. */
export type ReadFigure = { value: number } | { value: null; reason: string }

/** @param format key of the form of the year's report */
export function readFigure(figures: ReportFigures, format: string, metric: Metric): ReadFigure {
  if (metric.metric === totalMetric) return filled(figures.total)
  if (metric.metric.startsWith(channelMetrics)) return channelFigure(figures, metric.metric)
  if (!metric.formats.includes(format)) return missing('该年度的报告格式没有这项指标')
  const [table = '', row = '', column = ''] = metric.metric.split('.')
  return filled(figures.tables[table]?.[row]?.[column] ?? null)
}

function channelFigure({ channels }: ReportFigures, metric: string): ReadFigure {
  const channel = channels.find(({ slug }) => `${channelMetrics}${slug}` === metric)
  return channel ? filled(channel.count) : missing('该年度报告没有列出这个渠道的数量')
}

const filled = (value: number | null): ReadFigure =>
  value === null ? missing('该年度报告没有填写这项数据') : { value }

const missing = (reason: string): ReadFigure => ({ value: null, reason })
