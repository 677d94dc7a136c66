import { isDeepStrictEqual } from 'node:util'
import { blankTables, cellRefsOf } from '../src/formats/cells.ts'
import { format2021 } from '../src/formats/format2021.ts'
import type { TablesData } from '../src/formats/types.ts'
import { balancedTables, variedLeaf } from '../tests/support/balancedTables.ts'
import { openDesk, type Desk } from './desk.ts'
import { compared, type Area, type BenchResult } from './results.ts'

interface Rounds {
  values: number[]
  baselines: number[]
}

const blank = blankTables(format2021)
const full = balancedTables(format2021, variedLeaf(1))
/** Adds up as `full` does, and differs from it in every cell. */
const twice = balancedTables(format2021, doubled(variedLeaf(1)))

const benchmarks: Record<string, (desk: Desk) => Promise<Rounds>> = {
  'save.tables.overhead': (desk) =>
    inRounds(100, async () => [
      await timed(desk, desk.save, full),
      await timed(desk, desk.write, twice),
    ]),
  // Rows that are saved one by one would not add up on the way from one set of numbers to another;
  // on the way from a blank form they are incomplete until the last.
  'save.tables.vsRows': (desk) =>
    inRounds(10, async () => {
      await desk.write(blank)
      const whole = await timed(desk, desk.save, full)
      await desk.write(blank)
      const rowByRow = await timed(desk, desk.saveRows, full)
      return [whole, rowByRow]
    }),
}

/** How long a save of all cells of a report takes. */
export const save: Area = {
  names: Object.keys(benchmarks),
  run: async (wanted) => {
    refuseSameCells(full, twice)
    console.error('save: saving all cells of a report …')
    const desk = await openDesk()
    try {
      const results: BenchResult[] = []
      for (const [name, run] of Object.entries(benchmarks)) {
        if (!wanted.includes(name)) continue
        const { values, baselines } = await run(desk)
        results.push(compared(name, 'ms', values, baselines))
      }
      return results
    } finally {
      await desk.stop()
    }
  },
}

/** Subject and baseline in turn, after some rounds in which the compiler settles. */
async function inRounds(count: number, round: () => Promise<[number, number]>): Promise<Rounds> {
  const warmUp = Math.ceil(count / 2)
  const rounds: Rounds = { values: [], baselines: [] }
  for (let i = 0; i < warmUp + count; i++) {
    const [value, baseline] = await round()
    if (i < warmUp) continue
    rounds.values.push(value)
    rounds.baselines.push(baseline)
  }
  return rounds
}

/** @throws when the cells are not there afterwards */
async function timed(
  desk: Desk,
  way: (tables: TablesData) => Promise<void>,
  tables: TablesData,
): Promise<number> {
  await desk.read()
  const start = performance.now()
  await way(tables)
  const elapsed = performance.now() - start
  if (!isDeepStrictEqual(await desk.read(), tables)) throw new Error('the cells were not saved')
  return elapsed
}

function doubled(leaf: ReturnType<typeof variedLeaf>): typeof leaf {
  return (cell) => 2 * leaf(cell)
}

/** A save that leaves cells as they are would be spared some of its work. */
function refuseSameCells(a: TablesData, b: TablesData): void {
  const same = cellRefsOf(format2021).filter(
    ({ table, row, column }) => a[table][row]?.[column] === b[table][row]?.[column],
  )
  if (same.length > 0) throw new Error(`cells do not change: ${JSON.stringify(same)}`)
}
