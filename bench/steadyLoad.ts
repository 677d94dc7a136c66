import path from 'node:path'
import { outputOf } from './outputOf.ts'
import { root } from './processes.ts'

export interface SteadyOptions {
  url: string
  headers: Record<string, string>
  /** That every answer must have. */
  status: number
  /** Requests a second. */
  rate: number
  seconds: number
  connections: number
}

export interface SteadyRun {
  /** What was reached; less than the rate when what is measured cannot keep up. */
  perSecond: number
  /** How long after the last request was due the last answer came. */
  lateSeconds: number
  failures: number
  /** Milliseconds from when a request was due. */
  p50: number
  p99: number
  max: number
}

/**
 * Asks at a steady rate. wrk and hey ask again when an answer came, so a server that stalls is
 * asked less and looks better; autocannon cannot ask as often as is needed here.
 */
export const steadyLoad = async (options: SteadyOptions): Promise<SteadyRun> =>
  JSON.parse(
    await outputOf(process.execPath, [path.join(root, 'dist/steady.js')], {
      input: JSON.stringify(options),
    }),
  ) as SteadyRun

/** In the end, what was due is answered; what takes longer could not be kept up with. */
const mostLateSeconds = 0.25

/** @returns whether all that was due was answered about when it was due */
export const isSteady = ({ lateSeconds }: SteadyRun): boolean => lateSeconds <= mostLateSeconds

/** @throws when answers failed, or the rate was not kept: then the times mean nothing */
export function refuseUnsteadyRun(what: string, rate: number, run: SteadyRun): void {
  if (run.failures > 0) throw new Error(`${what}: ${run.failures} requests failed`)
  if (!isSteady(run)) {
    throw new Error(`${what}: ${Math.round(run.perSecond)} requests/s, not ${Math.round(rate)}`)
  }
}
