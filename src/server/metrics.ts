import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Delivery } from '../delivery/createDelivery.ts'
import type { Answered } from './front.ts'

export interface Metrics {
  observe: (answered: Answered) => void
  /** In Prometheus's text format. */
  text: () => Promise<string>
  type: string
}

/**
 * Counts what is answered and how the process fares. Of answers from memory only plain numbers are
 * kept and put into the registry when somebody asks, since labels cost more than the answers.
 * @param delivery where the process has the public API
 */
export function createMetrics(delivery?: Pick<Delivery, 'kept' | 'watch' | 'prepared'>): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const counts = countRequests(registry)
  const durations = new Histogram({
    name: 'gongkai_http_request_duration_seconds',
    help: 'Time to answer a request that memory had no answer for',
    labelNames: ['route'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  if (delivery) watchDelivery(registry, delivery)
  return {
    observe({ route, by, res, ms }) {
      counts(route, by, res.statusCode)
      if (by === 'express') durations.observe({ route }, ms / 1000)
    },
    text: () => registry.metrics(),
    type: registry.contentType,
  }
}

type By = Answered['by']

function countRequests(registry: Registry): (route: string, by: By, status: number) => void {
  const counted: Record<By, Map<string, Map<number, number>>> = {
    memory: new Map(),
    express: new Map(),
  }
  new Counter({
    name: 'gongkai_http_requests_total',
    help: 'Requests answered, by route, status and whether memory or Express answered',
    labelNames: ['route', 'status', 'by'],
    registers: [registry],
    collect() {
      this.reset()
      for (const by of ['memory', 'express'] as const) {
        for (const [route, byStatus] of counted[by]) {
          for (const [status, count] of byStatus) this.inc({ route, status, by }, count)
        }
      }
    },
  })
  return (route, by, status) => {
    const byStatus = counted[by].get(route) ?? new Map<number, number>()
    if (byStatus.size === 0) counted[by].set(route, byStatus)
    byStatus.set(status, (byStatus.get(status) ?? 0) + 1)
  }
}

function watchDelivery(
  registry: Registry,
  { kept, watch, prepared }: Pick<Delivery, 'kept' | 'watch' | 'prepared'>,
): void {
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name: `gongkai_delivery_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(value())
      },
    })
  gauge('cache_entries', 'Representations that are ready', () => kept().entries)
  gauge('cache_memory_bytes', 'Bodies of theirs in memory', () => kept().memoryBytes)
  gauge('cache_file_bytes', 'Bodies of theirs in the file', () => kept().fileBytes)
  gauge('prepared', 'Representations prepared since the start', prepared)
  gauge('database_up', 'Whether the database answered last', () => (watch.isAway ? 0 : 1))
  gauge(
    'watch_age_seconds',
    'Time since publications and withdrawals were last asked for with success',
    () => (watch.ageMs === undefined ? NaN : watch.ageMs / 1000),
  )
}
