import { connections, findLoadGenerator, refuseBadRun, type LoadGenerator } from './load.ts'
import { compared, median, middleHalf, type Area, type BenchResult } from './results.ts'
import { isSteady, refuseUnsteadyRun, steadyLoad } from './steadyLoad.ts'
import { prepareTargets, type TargetKey, type Targets } from './targets.ts'

// Many short rounds rather than few long ones: what else the machine does hits some, not the median.
const rounds = 7
const secondsOfRound = 2
const secondsOfWarmUp = 2

const p99 = 'delivery.p99AtHalfPeak'
const steadyRounds = 15
const secondsOfSteadyRound = 2

type Rates = Map<TargetKey, number[]>

/** What is measured, and against what. */
const comparisons: Record<string, [subject: TargetKey, baseline: TargetKey]> = {
  'delivery.report.vsExpress': ['report', 'express'],
  'delivery.report.vsNodeHttp': ['report', 'nodeHttp'],
  // Payload's answer is only a part of what a front end needs: the sections and the rows of the
  // tables are collections of their own, so it would have to ask at least twice more.
  'delivery.report.vsPayloadRest': ['report', 'payloadRest'],
  'delivery.notModified': ['notModified', 'report'],
}

/** How fast the public API of the running product gives a report. */
export const delivery: Area = {
  names: [...Object.keys(comparisons), p99],
  run: async (wanted) => {
    const generator = findLoadGenerator()
    console.error(`delivery: measuring with ${generator.name} …`)
    const targets = await prepareTargets([
      ...new Set(wanted.flatMap((name) => comparisons[name] ?? (['report', 'nodeHttp'] as const))),
    ])
    try {
      await targets.check()
      const rates = await measure(targets, generator)
      await targets.check()
      const results = wanted.flatMap((name) => resultOf(name, rates, generator))
      return wanted.includes(p99) ? [...results, await atHalfPeak(targets, rates)] : results
    } finally {
      await targets.stop()
    }
  },
}

/** All targets in turn, round by round; the first round only warms up. */
async function measure({ all }: Targets, generator: LoadGenerator): Promise<Rates> {
  const rates: Rates = new Map([...all.keys()].map((key) => [key, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const [key, target] of all) {
      const seconds = round === 0 ? secondsOfWarmUp : secondsOfRound
      const run = await generator.run({ ...target, seconds })
      refuseBadRun(key, run, target.bytes)
      if (round > 0) rates.get(key)?.push(run.perSecond)
    }
  }
  return rates
}

function resultOf(name: string, rates: Rates, generator: LoadGenerator): BenchResult[] {
  const pair = comparisons[name]
  if (!pair) return []
  const [subject, baseline] = pair
  const [values = [], baselines = []] = [subject, baseline].map((key) => rates.get(key))
  return [compared(name, 'requests/s', values, baselines, `with ${generator.name}`)]
}

/**
 * How long readers wait while the machine has twice as much in it: asked steadily, come what may. A
 * bare handler is asked the same, for on a small machine the longest waits are the machine's.
 */
async function atHalfPeak({ all }: Targets, rates: Rates): Promise<BenchResult> {
  const rate = Math.round(median(rates.get('report') ?? []) / 2)
  let repeated = 0
  const times = { report: [] as number[], nodeHttp: [] as number[] }
  for (let round = 0; round <= steadyRounds; round++) {
    for (const key of ['report', 'nodeHttp'] as const) {
      const target = all.get(key)
      if (!target) throw new Error(`There is no ${key} to ask`)
      const load = { ...target, rate, seconds: secondsOfSteadyRound, connections }
      let run = await steadyLoad(load)
      // The machine may have stood still; whoever cannot keep up fails the second time as well.
      if (!isSteady(run)) {
        repeated += 1
        run = await steadyLoad(load)
      }
      refuseUnsteadyRun(p99, rate, run)
      if (round > 0) times[key].push(run.p99)
    }
  }
  const [, worse] = middleHalf(times.report)
  const note = `at ${rate} requests/s, open loop, median of ${steadyRounds} rounds, a quarter of them over ${worse}, ${repeated} repeated; against node:http`
  return compared(p99, 'ms', times.report, times.nodeHttp, note)
}
