import { keyOf } from './findings.ts'
import type { ChannelCount, Finding, ReconciliationInput } from './types.ts'

/**
 * An item published on two channels counts in both, so channels may add up to more than the total;
 * but no single one may exceed it.
 * @returns one finding for each channel that does
 */
export function channelsWithin({ disclosureFigures }: ReconciliationInput): Finding[] {
  const { total = null, channels = [] } = disclosureFigures ?? {}
  if (total === null) return []
  return channels.flatMap(({ name, count }) =>
    count !== null && count > total ? [channelFinding(name, count, total)] : [],
  )
}

const channelFinding = (name: ChannelCount['name'], count: number, total: number): Finding => ({
  rule: 'channels.within',
  severity: 'warning',
  status: 'violated',
  cells: [],
  expected: total,
  actual: count,
  message: `通过${quoted(name)}公开 ${count} 条，超过主动公开总数 ${total} 条`,
  key: keyOf('channels.within', count, total, name),
})

/** Names such as “古都营丘”微信公众号 bring their own quotation marks. */
const quoted = (name: string) => (name.includes('“') ? name : `“${name}”`)
