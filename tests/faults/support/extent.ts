import { onMongo } from './freshDatabase.ts'

/**
 * How much is tried: the short form belongs to `npm test`, `npm run test:faults` runs the long one.
 * FAULTS_SEED repeats a run.
 */
export const isLong = process.env.FAULTS === 'long'

/** Without transactions MongoDB takes ten round trips for one. */
const short = onMongo
  ? { kills: 4, pairs: 6, rivalSaves: 10, races: 1, saves: 250 }
  : { kills: 16, pairs: 30, rivalSaves: 40, races: 1, saves: 300 }
const long = { kills: 500, pairs: 1_002, rivalSaves: 400, races: 20, saves: 2_000 }

export const extent = {
  ...(isLong ? long : short),
  seed: Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000),
}

/** How long one test may take. */
export const withinMs = isLong ? 3_600_000 : 300_000

/** Several processes start before the first test, on a machine that may be busy. */
export const startWithinMs = 180_000
