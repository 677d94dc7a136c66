import { parseArgs } from 'node:util'

export interface BenchOptions {
  /** A name, or how some names begin. */
  only: string | undefined
  json: boolean
}

/**
 * @param args of the command line; a second `--`, as in `npm run bench -- --only engine -- --json`,
 * is passed over
 * @throws when there is something else in them
 */
export function optionsIn(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: args.filter((arg) => arg !== '--'),
    options: { only: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  return { only: values.only, json: values.json }
}

/** @throws with all the names when none begins with `only` */
export function chosen(names: readonly string[], only: string | undefined): string[] {
  const some = names.filter((name) => name.startsWith(only ?? ''))
  if (some.length === 0) {
    throw new Error(`No benchmark is called ${only}. There are:\n  ${names.join('\n  ')}`)
  }
  return some
}
