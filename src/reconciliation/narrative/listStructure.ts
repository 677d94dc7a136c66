import type { Claim } from './claims.ts'
import type { ParsedSentence } from './parse.ts'
import { dimensionOf } from './subjects.ts'
import { unitClass } from './units.ts'

/** Parts of one kind under a total. */
export interface List {
  /** The numbers that the parts may add up to, the nearest first. */
  readonly heads: readonly Claim[]
  readonly parts: readonly Claim[]
  /** The parts and what follows them in the sentence, which may be parts as well. */
  readonly row: readonly Claim[]
  /** Says itself that it names only some. */
  readonly open: boolean
  /** Stands before the sum of it. */
  readonly whole?: true
  /** Says itself that it names all: 分为, 具体包括, or the parts right after the total. */
  readonly exhaustive?: true
}

const opening =
  /其中|包括|具体为|具体是|具体如下|分别(?:是|为)|分为|分布(?:为|如下)|构成|(?:涉及|内容)[^，]*：$/u
const exhaustiveWords = /具体(?:包括|为|是|如下)|分为|构成/u
/** So many in parentheses, and with no word of 其中, are all. */
const fewest = 3
const newStatement = /另外|此外|同时|另有|并|还/u
const openWords = /等(?:[，；。）]|$|.{0,6}信息$)|例如|比如|如[：，]|主要(?:有|是|包括|为)/u
/** What is no part of a total of items, though it stands beside it. */
const flows = /^(?:newlyReceived|received|processed|carriedIn|handled|carriedOut|fee)$/u

/** @returns the totals with parts that a paragraph gives, except those of requests and disputes. */
export function listsIn(sentences: readonly ParsedSentence[]): List[] {
  return sentences.flatMap((sentence, index) => [
    ...explanations(sentence),
    ...openings(sentence, sentences[index - 1]),
    ...summaries(sentence),
  ])
}

/** 3607件（市政府349件、…） */
function explanations({ claims }: ParsedSentence): List[] {
  return claims.flatMap((head, index) => {
    const inside = claims.filter(({ explains }) => explains === index)
    return listsOf([head], inside, inside.map(({ gap }) => gap).join())
  })
}

/** 主动公开信息188条，其中：… and the same over a full stop. */
function openings({ claims }: ParsedSentence, before: ParsedSentence | undefined): List[] {
  return claims.flatMap((first, index) => {
    const marker = opening.exec(first.gap)
    if (!marker || first.explains !== undefined) return []
    const level = (claim: Claim) => claim.depth === first.depth
    const rest = claims.slice(index).filter(level)
    const nested = rest.findIndex((claim, place) => place > 0 && opening.test(claim.gap))
    const parts = nested < 0 ? rest : rest.slice(0, nested)
    const earlier = claims.slice(0, index).filter(level)
    const previous = (before?.claims ?? []).filter(({ depth }) => depth === 0)
    const heads = earlier.length > 0 ? earlier.reverse() : headsOver(first, previous)
    const lists = listsOf(heads, parts, first.gap)
    if (nested < 0 || lists.length === 0) return lists
    // After a list within the list it is not said whether the outer one goes on.
    return lists.map((list) => ({ ...list, open: true }))
  })
}

/** 其中 at the head of a sentence speaks of the one before. */
const headsOver = ({ gap }: Claim, previous: Claim[]): Claim[] =>
  /^(?:[一二三四]是)?[（]?(?:其中|具体|包括)/u.test(gap) ? previous.reverse() : []

/** 网站118条，公众号294条，合计412条 */
function summaries({ claims }: ParsedSentence): List[] {
  return claims.flatMap((head, index) => {
    if (!/^(?:以上|总)?(?:合计|共计|总计)(?:公开|发布)?$/u.test(head.before) || head.lead) return []
    const earlier = claims.slice(0, index).filter(({ depth }) => depth === head.depth)
    const parts = earlier.filter((claim) => sameUnit(claim, head))
    const own = earlier.some(({ gap }) => opening.test(gap))
    return parts.length < 2 || own
      ? []
      : [{ heads: [head], parts, row: parts, open: false, whole: true }]
  })
}

const sameUnit = (one: Claim, other: Claim) =>
  one.quantity.kind === other.quantity.kind &&
  unitClass(one.quantity.unit) === unitClass(other.quantity.unit)

/**
 * One list for each unit: 25件…2950元。其中，…1件，收取420元. A number that is known to be no part
 * ends it.
 */
function listsOf(heads: readonly Claim[], all: readonly Claim[], words: string): List[] {
  const items = all.filter(
    (part) =>
      part.quantity.kind !== 'percent' &&
      part.quantity.kind !== 'bare' &&
      !part.quantity.loose &&
      !part.lastYear &&
      !part.difference,
  )
  const units = [...new Set(items.map(({ quantity }) => unitClass(quantity.unit)))]
  return units.flatMap((unit) => {
    const row = items.filter(({ quantity }) => unitClass(quantity.unit) === unit)
    const other = row.findIndex((item) => !isPlainPart(item))
    const parts = other < 0 ? row : row.slice(0, other)
    const [part] = parts
    const own = heads.filter(
      (head) => part && sameUnit(head, part) && !head.lastYear && !head.difference,
    )
    if (!part || own.length === 0) return []
    const listed = parts.slice(0, endOf(parts))
    const bare = part.explains !== undefined && listed.length >= fewest && !opening.test(words)
    const inParentheses = bare && !/含/u.test(words) && listed.every(({ gap }) => !/；/u.test(gap))
    const exhaustive = exhaustiveWords.test(words) || inParentheses
    return [
      {
        heads: own,
        parts: listed,
        row: parts,
        open: isOpen(listed, words),
        ...(exhaustive && { exhaustive: true as const }),
      },
    ]
  })
}

const isPlainPart = ({ subject, quantity }: Claim): boolean =>
  quantity.kind === 'money' ||
  (!flows.test(subject ?? '') &&
    (dimensionOf(subject) === undefined || dimensionOf(subject) === 'channel') &&
    !/^(?:review|litigation|disputes)/u.test(subject ?? ''))

/** A list in commas ends at a semicolon; one in semicolons goes through to the end. */
function endOf(parts: readonly Claim[]): number {
  const gaps = parts.slice(1).map(({ gap }) => gap)
  const parted = gaps.filter((gap) => gap.includes('；')).length
  const semicolons = gaps.findIndex((gap) => gap.includes('；'))
  const other = gaps.findIndex((gap) => newStatement.test(gap))
  const ends = [
    semicolons >= 0 && parted * 2 < gaps.length ? semicolons + 1 : -1,
    other >= 0 ? other + 1 : -1,
  ]
  const found = ends.filter((end) => end > 0)
  return found.length > 0 ? Math.min(...found) : parts.length
}

const isOpen = (parts: readonly Claim[], words: string): boolean =>
  openWords.test(words) ||
  parts.some(({ lead }, place) => place > 0 && lead !== '') ||
  /^等/u.test(parts.at(-1)?.after ?? '')
