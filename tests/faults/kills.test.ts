import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { bundleWorker, type Bundled } from './support/bundle.ts'
import { extent, isLong, startWithinMs, withinMs } from './support/extent.ts'
import { Lane } from './support/Lane.ts'
import { Random } from './support/Random.ts'
import { Tally } from './support/Tally.ts'
import { killAll } from './support/Worker.ts'

/** After so many kills a new database, for one with many publications takes long to look through. */
const killsADatabase = 25
const lanes = 2

let bundled: Bundled
beforeAll(async () => {
  bundled = await bundleWorker()
}, startWithinMs)
afterAll(async () => {
  await killAll()
  bundled.remove()
})

/** @returns everything that was found wrong */
async function killOften(kills: number, random: Random, tally: Tally): Promise<string[]> {
  const problems: string[] = []
  for (let left = kills; left > 0; left -= killsADatabase) {
    const lane = new Lane(bundled.script, random, tally)
    await lane.furnish()
    for (let kill = 0; kill < Math.min(left, killsADatabase); kill += 1) {
      problems.push(...(await lane.round()))
      if (problems.length > 0) return problems
    }
    problems.push(...(await lane.end()))
    if (isLong) process.stderr.write(`${tally.kills} kills\n`)
  }
  return problems
}

it(
  'nothing is half done and nothing accepted is lost, whenever the process is killed',
  async () => {
    const tally = new Tally()
    const found = await Promise.all(
      Array.from({ length: lanes }, (_, lane) =>
        killOften(Math.ceil(extent.kills / lanes), new Random(extent.seed + lane), tally),
      ),
    )
    console.info(`seed ${extent.seed}: ${tally.summary}`)
    expect(found.flat()).toEqual([])
    expect(tally.kills).toBeGreaterThanOrEqual(extent.kills)
    expect(tally.whileWriting).toBeGreaterThan(0)
  },
  withinMs,
)
