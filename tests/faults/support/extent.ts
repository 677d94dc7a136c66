/**
 * How much is tried: the short form belongs to `npm test`, `npm run test:faults` runs the long one.
 * FAULTS_SEED repeats a run.
 */
const isLong = process.env.FAULTS === 'long'

export const extent = {
  kills: isLong ? 500 : 20,
  pairs: isLong ? 1_000 : 40,
  rivalSaves: isLong ? 400 : 60,
  races: isLong ? 20 : 2,
  saves: isLong ? 2_000 : 600,
  seed: Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000),
}

/** How long one test may take. */
export const withinMs = isLong ? 3_600_000 : 110_000
