import { delivery } from './delivery.ts'
import { engine } from './engine.ts'
import { grid } from './grid.ts'
import { chosen, optionsIn } from './options.ts'
import { tableOf, type Area, type BenchResult } from './results.ts'
import { save } from './save.ts'
import { scale } from './scale.ts'
import { wechat } from './wechat.ts'

const areas: Area[] = [engine, delivery, scale, save, wechat, grid]

/** `npm run bench [-- --only NAME] [-- --json]`: what it means is in docs/benchmarks.md. */
async function main(): Promise<void> {
  const { only, json } = optionsIn(process.argv.slice(2))
  const wanted = chosen(
    areas.flatMap(({ names }) => names),
    only,
  )
  const results: BenchResult[] = []
  for (const area of areas) {
    const own = area.names.filter((name) => wanted.includes(name))
    if (own.length > 0) results.push(...(await area.run(own)))
  }
  console.log(tableOf(results))
  if (json) console.log(JSON.stringify({ results }))
}

// What is started and made for a run goes when the process does; a signal alone would skip that.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
