import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import type { TablesData } from '../../../src/formats/types.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const samples = path.resolve(root, '../shared/samples')

/** Whether the real reports are beside the project; says so once when they are not. */
export const hasSamples = existsSync(samples)
if (!hasSamples) console.info('Left out what needs ../shared/samples: there is no such folder.')

export interface Expected {
  readonly format: string
  readonly tables: TablesData
}

interface Stored {
  readonly name: string
  readonly data: Uint8Array
  readonly text: string
}

const read = (folder: string, name: string): Stored => {
  const data = readFileSync(path.join(folder, name))
  return { name, data, text: data.toString('utf8') }
}

export const sample = (name: string): Stored => read(samples, name)

export const fixture = (name: string): Stored =>
  read(path.join(root, 'tests/fixtures/importing'), name)

/** What stands in a JSON file beside a report: its true values. */
export const expectedOf = (file: Stored): Expected => JSON.parse(file.text) as Expected
