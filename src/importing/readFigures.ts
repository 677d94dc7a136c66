import { statedFigures, totalClauses } from './channelPatterns.ts'
import { numeral } from './plainText.ts'
import type { ImportedReport, Unread } from './types.ts'

type Figures = ImportedReport['disclosureFigures']

/** Names the channels that a text speaks of. */
export type FindMentions = (text: string) => readonly { readonly name: string }[]

/** A number of items that a clause states. */
interface Statement {
  readonly words: string
  readonly count: number
  /** 300余条 is not 300. */
  readonly approximate: boolean
  /** The channel that the clause names; absent where it speaks of all. */
  readonly channel?: string
  readonly saysTotal: boolean
}

/**
 * Reads how many items the text says were disclosed, in all and by channel. The first statement of
 * each counts; approximate ones are no figures and are handed back.
 * @param texts without white space, with half-width punctuation
 */
export function readFigures(
  texts: readonly string[],
  findMentions: FindMentions,
): Figures & { unread: Unread[] } {
  const statements = texts.flatMap((text) =>
    clausesOf(text).flatMap((clause) => statementOf(clause, findMentions) ?? []),
  )
  const figures: Figures = { total: null, channels: [] }
  const unread: Unread[] = []
  for (const { words, count, approximate, channel, saysTotal } of statements) {
    if (channel === undefined && !saysTotal) continue
    if (approximate) {
      unread.push({ text: words, reason: '约数，未作为公开数量填入（原文仍在正文中）' })
    } else if (channel === undefined) figures.total ??= count
    else if (!figures.channels.some(({ name }) => name === channel)) {
      figures.channels.push({ name: channel, count })
    }
  }
  return { ...figures, unread }
}

/** A comma between digits is part of a number. */
const clausesOf = (text: string): string[] =>
  text.replace(/\(\d+个\)/g, '').split(/(?<!\d),|,(?!\d{3})|[。;:()!?、]/)

function statementOf(clause: string, findMentions: FindMentions): Statement | undefined {
  const match = statedFigures.map((pattern) => pattern.exec(clause)).find(Boolean)
  const count = match ? countOf(match[1] ?? '') : undefined
  if (!match || count === undefined || /分别/.test(clause)) return undefined
  const mentions = findMentions(clause.slice(0, match.index))
  const [mention] = mentions
  if (mentions.length > 1 || (!mention && /通过|利用|依托|借助|方式|渠道|平台/.test(clause))) {
    return undefined
  }
  return {
    words: clause,
    count,
    approximate: match[2] !== undefined || /[约近余多]/.test(match[0]),
    saysTotal: totalClauses.some((pattern) => pattern.test(clause)),
    ...(mention ? { channel: mention.name } : {}),
  }
}

/** Reads 1,234 and 1.2万 and 一百二十三. */
function countOf(text: string): number | undefined {
  const digits = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(万)?$/.exec(text)
  if (digits) {
    const number = Number(`${digits[1]?.replace(/,/g, '')}${digits[2] ?? ''}`)
    const count = Math.round(number * (digits[3] ? 10_000 : 1) * 1e6) / 1e6
    return Number.isInteger(count) ? count : undefined
  }
  return chineseCount(text)
}

const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

function chineseCount(text: string): number | undefined {
  const parts = text.replace(/两/g, '二').split('万')
  if (parts.length > 2) return undefined
  let count = 0
  for (const part of parts) {
    const size = belowTenThousand(part)
    if (size === undefined) return undefined
    count = count * 10_000 + size
  }
  return count
}

function belowTenThousand(text: string): number | undefined {
  let sum = 0
  let digit: number | undefined
  for (const letter of text) {
    const unit = units[letter]
    if (unit === undefined) digit = numeral(letter)
    else {
      sum += (digit ?? 1) * unit
      digit = undefined
    }
  }
  return sum + (digit ?? 0)
}
