import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Real reports and the statutory forms, kept beside the project and not in it. */
const folder = path.resolve(fileURLToPath(new URL('../../../shared', import.meta.url)))

/**
 * @param kind a folder of reference files
 * @returns the JSON files in it, by name; none, and a line that says so, where there is no folder
 */
export function referenceFiles(kind: 'samples' | 'statutory'): Map<string, unknown> {
  const directory = path.join(folder, kind)
  if (!existsSync(directory)) {
    console.info(`Left out what needs ../shared/${kind}: there is no such folder.`)
    return new Map()
  }
  return new Map(
    readdirSync(directory)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [
        path.basename(file, '.json'),
        JSON.parse(readFileSync(path.join(directory, file), 'utf8')) as unknown,
      ]),
  )
}

/** @returns the path of one file there, or `undefined` where there is none. */
export function referenceFile(name: string): string | undefined {
  const file = path.join(folder, name)
  if (existsSync(file)) return file
  console.info(`Left out what needs ../shared/${name}: there is no such file.`)
  return undefined
}
