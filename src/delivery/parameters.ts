import type { Request } from 'express'
import type { PageQuery } from './PublicationStore.ts'
import { badParameter } from './problem.ts'
import { wordsOf } from './search/words.ts'

/** Readers of query parameters. Each throws a 400 that names the parameter when it is malformed. */

/** @returns the value, or `undefined` when it is absent or empty */
export function textParameter(
  req: Request,
  name: string,
  maxLength = longestText,
): string | undefined {
  const value: unknown = req.query[name]
  if (value === undefined || value === '') return undefined
  if (typeof value !== 'string') throw badParameter(name, '只能出现一次')
  refuseOdd(name, value, maxLength)
  return value
}

/**
 * Several values, separated by commas or given one by one.
 * @param most how many
 * @returns each once, in their order
 * @throws {Problem} 400 also when there is none
 */
export function listParameter(req: Request, name: string, most: number): string[] {
  const given: unknown = req.query[name]
  const texts: unknown[] = Array.isArray(given) ? given : [given]
  const values = texts.flatMap((text) => (typeof text === 'string' ? text.split(',') : []))
  const found = new Set(values.map((value) => value.trim()).filter(Boolean))
  if (found.size === 0) throw badParameter(name, '不能缺少')
  if (found.size > most) throw badParameter(name, `最多 ${most} 个`)
  for (const value of found) refuseOdd(name, value, longestText)
  return [...found]
}

const longestText = 100

function refuseOdd(name: string, value: string, maxLength: number): void {
  if (value.length > maxLength) throw badParameter(name, `最多 ${maxLength} 个字符`)
  if (/[\u0000-\u001f\u007f]/.test(value)) throw badParameter(name, '不能含有控制字符')
}

const mostWords = 5

/**
 * As `textParameter`, of a few words: each costs a pass over all reports.
 * @returns the words with one blank between each
 */
export function wordsParameter(req: Request, name: string): string | undefined {
  const words = wordsOf(textParameter(req, name) ?? '')
  if (words.length > mostWords) throw badParameter(name, `最多 ${mostWords} 个词`)
  return words.join(' ') || undefined
}

/** @returns a whole number from `min` to `max`, or `undefined` when it is absent or empty */
function numberParameter(
  req: Request,
  name: string,
  { min, max }: { min: number; max: number },
): number | undefined {
  const text = textParameter(req, name)
  if (text === undefined) return undefined
  const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN
  if (value >= min && value <= max) return value
  throw badParameter(name, `应为 ${min} 至 ${max} 的整数`)
}

export const yearParameter = (req: Request): number | undefined =>
  numberParameter(req, 'year', { min: 1900, max: 2099 })

const defaultLimit = 20

export const limitParameter = (req: Request): number =>
  numberParameter(req, 'limit', { min: 1, max: 100 }) ?? defaultLimit

export const pageParameters = (req: Request): PageQuery => ({
  page: numberParameter(req, 'page', { min: 1, max: 1_000_000 }) ?? 1,
  limit: limitParameter(req),
})
