import type { Request } from 'express'
import type { PageQuery } from './PublicationStore.ts'
import { badParameter } from './problem.ts'

/** Readers of query parameters. Each throws a 400 that names the parameter when it is malformed. */

/** @returns the value, or `undefined` when it is absent or empty */
export function textParameter(req: Request, name: string, maxLength = 100): string | undefined {
  const value: unknown = req.query[name]
  if (value === undefined || value === '') return undefined
  if (typeof value !== 'string') throw badParameter(name, '只能出现一次')
  if (value.length > maxLength) throw badParameter(name, `最多 ${maxLength} 个字符`)

  if (/[\u0000-\u001f\u007f]/.test(value)) throw badParameter(name, '不能含有控制字符')
  return value
}

const mostWords = 5

/** As `textParameter`, of a few words: each costs a pass over all reports. */
export function wordsParameter(req: Request, name: string): string | undefined {
  const text = textParameter(req, name)
  if (text && text.trim().split(/\s+/).length > mostWords) {
    throw badParameter(name, `最多 ${mostWords} 个词`)
  }
  return text
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
