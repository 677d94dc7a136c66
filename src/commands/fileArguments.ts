import { parseArgs } from 'node:util'
import { fileAt } from './fileAt.ts'

/**
 * Reads one file and options that are on or off from the command line.
 * @returns `undefined` when they are wrong, after saying so
 */
export function fileArguments<Name extends string>(
  args: string[],
  names: readonly Name[],
): ({ file: string } & Record<Name, boolean>) | undefined {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'boolean' as const }]))
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) return undefined
    const flags = Object.fromEntries(names.map((name) => [name, values[name] === true]))
    return { ...(flags as Record<Name, boolean>), file: fileAt(file) }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return undefined
  }
}
