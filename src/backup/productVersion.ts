import { readFileSync } from 'node:fs'
import path from 'node:path'

/** @returns the version of the product that runs */
export function productVersion(): string {
  const file = path.resolve(process.env.APP_ROOT || process.cwd(), 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
