import { MultiBar, Presets } from 'cli-progress'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { prepareEnvironment } from '../environment.ts'
import type { FileResult } from '../importing/importFiles.ts'
import { fileAt } from './fileAt.ts'

const usage = `npm run import -- FILE… [--organization SLUG] [--year YYYY] [--publish] [--hold REASON] [--json]`

/** `npm run import`: imports reports; one line a file; exit code 1 when any file failed. */
async function main(): Promise<number> {
  const options = argumentsIn(process.argv.slice(2))
  if (!options) {
    console.error(usage)
    return 2
  }
  const { files, json, ...rest } = options
  prepareEnvironment()
  const { getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  const { importFile } = await import('../importing/importFiles.ts')
  const payload = await getPayload({ config })
  payload.logger.level = 'error'
  const bars = process.stderr.isTTY && !json ? progress() : undefined
  const bar = bars?.create(files.length, 0)
  const results: FileResult[] = []
  for (const file of files) {
    const result = await importFile(
      payload,
      { name: file, read: () => readFile(fileAt(file)) },
      rest,
    )
    results.push(result)
    bar?.increment()
    if (bars) bars.log(`${lineOf(result)}\n`)
    else if (!json) console.log(lineOf(result))
  }
  bars?.stop()
  if (json) console.log(JSON.stringify({ results }, null, 2))
  await payload.destroy()
  return results.some(({ ok }) => !ok) ? 1 : 0
}

const progress = () =>
  new MultiBar({ format: ' {bar} {value}/{total}', stream: process.stderr }, Presets.shades_grey)

function argumentsIn(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        organization: { type: 'string' },
        year: { type: 'string' },
        publish: { type: 'boolean', default: false },
        hold: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    if (positionals.length === 0) return undefined
    if (values.year !== undefined && !/^\d{4}$/.test(values.year)) return undefined
    return {
      files: positionals,
      organization: values.organization,
      year: values.year === undefined ? undefined : Number(values.year),
      publish: values.publish,
      hold: values.hold,
      json: values.json,
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return undefined
  }
}

function lineOf(result: FileResult): string {
  const mark = result.ok ? '✓' : '✗'
  return `${mark} ${result.file}：${result.summary}`
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
