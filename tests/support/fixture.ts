import { readFileSync } from 'node:fs'

/** @param name below tests/fixtures */
export const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
