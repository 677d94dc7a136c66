import type { Inlined } from './inlined.ts'
import type { ArticleWarning, WechatLimits } from './limits.ts'
import { plainParagraph } from './markup.ts'
import { isLeaf, joined, leavesOf, mapLeaves, type Leaf, type Piece } from './pieces.ts'
import { split, type Split } from './split.ts'

export interface Fitted {
  /** The content of each article, and the numbers of the sections in it. */
  parts: { content: string; sections: number[] }[]
  warnings: ArticleWarning[]
}

type Limits = Pick<WechatLimits, 'content' | 'contentBytes' | 'articles'>

/** The same article in two forms; the second is made only when it is needed. */
export interface Forms {
  wanted: () => Inlined
  /** Shorter; absent when the wanted form is the shortest. */
  shorter?: () => Inlined
}

const readOn = plainParagraph('（全文请点击“阅读原文”）')

/**
 * Distributes an article over as few as its limits allow. Nothing is done as long as it fits; then it
 * is split, at sections if possible; then tables take the form for phones; only then text goes, from
 * the end, with a visible note in every section that lost some.
 */
export function fit({ wanted, shorter }: Forms, limits: Limits): Fitted {
  const first = wanted()
  const whole = first.pieces.flatMap(leavesOf)
  const excess = excessOf(first.wrap(joined(whole)), limits)
  if (!excess) return { parts: written(first, [whole]), warnings: [] }

  const warn = warningsOf(excess)
  const asWanted = fewest(first, limits)
  if (asWanted && !(shorter && lacksForm(asWanted))) {
    return finished(first, asWanted, limits, warn, [])
  }
  const second = shorter?.() ?? first
  const cards = shorter ? [warn('content.tablesAsCards', '表格已改为手机版式')] : []
  const asCards = shorter && fewest(second, limits)
  if (asCards) return finished(second, asCards, limits, warn, cards)
  return shortened(second, limits, warn, cards)
}

/** @returns the article split at upper branches if that is enough, else wherever it may be */
function fewest(article: Inlined, limits: Limits): Split | undefined {
  const loose = splitIn(article, article.pieces, limits, false)
  if (loose.parts.length <= limits.articles) return loose
  const tight = splitIn(article, article.pieces, limits, true)
  return tight.parts.length <= limits.articles ? tight : undefined
}

/** One of the statutory tables is too large for an article. */
const lacksForm = ({ leftOut }: Split): boolean => leftOut.some(({ kind }) => kind === 'form')

const splitIn = (article: Inlined, pieces: Piece[], limits: Limits, tight: boolean): Split =>
  split(pieces, {
    fits: (inner) => !excessOf(article.wrap(withNotes(article, inner, 8, 9)), limits),
    tight,
    leftOut: readOn,
  })

type Warn = (code: ArticleWarning['code'], done: string) => ArticleWarning

function finished(
  article: Inlined,
  { parts, leftOut, cut }: Split,
  limits: Limits,
  warn: Warn,
  before: readonly ArticleWarning[],
): Fitted {
  const warnings = [...before]
  if (parts.length > 1) {
    warnings.push(
      warn('content.split', `已分为 ${parts.length} 篇（一次最多 ${limits.articles} 篇）`),
    )
  }
  if (cut > 0) warnings.push(warn('content.paragraphsSplit', `${cut} 个过长的段落已在句末分开`))
  if (leftOut.length > 0) {
    const done = `${leftOut.length} 处单独一篇也放不下的表格、图片或长句未收入，已提示点击“阅读原文”`
    warnings.push(warn('content.piecesLeftOut', done))
  }
  return { parts: written(article, parts), warnings }
}

/** Leaves out narrative from the end, as little as possible. */
function shortened(
  article: Inlined,
  limits: Limits,
  warn: Warn,
  before: readonly ArticleWarning[],
): Fitted {
  const texts = article.pieces.flatMap(leavesOf).filter(({ kind }) => kind === 'text').length
  const keeping = (count: number) =>
    splitIn(article, keepTexts(article.pieces, count), limits, true)
  const kept = largest(texts, (count) => keeping(count).parts.length <= limits.articles)
  if (kept !== undefined) {
    const done = `正文 ${texts} 段中的后 ${texts - kept} 段未收入，已提示点击“阅读原文”`
    return finished(article, keeping(kept), limits, warn, [
      ...before,
      warn('content.textCut', done),
    ])
  }
  // For limits set lower than headings and tables need.
  const all = keeping(0)
  const parts = all.parts.slice(0, limits.articles)
  const dropped = warn('content.partsDropped', '只保留了开头部分，请改用“阅读原文”')
  return finished(article, { ...all, parts }, limits, warn, [...before, dropped])
}

/** @param keep how many paragraphs of narrative, from the start */
function keepTexts(pieces: readonly Piece[], keep: number): Piece[] {
  let seen = 0
  const noted = new Set<number>()
  const shorten = (leaf: Leaf): Leaf => {
    if (leaf.kind !== 'text' || seen++ < keep) return leaf
    const html = noted.has(leaf.section) ? '' : readOn
    noted.add(leaf.section)
    return { kind: 'fixed', html, section: leaf.section }
  }
  return pieces.map((piece) => (isLeaf(piece) ? shorten(piece) : mapLeaves(piece, shorten)))
}

/** Each article of several says which it is and that it goes on. */
const written = (article: Inlined, parts: readonly Leaf[][]): Fitted['parts'] =>
  parts.map((leaves, i) => ({
    content: article.wrap(withNotes(article, joined(leaves), i + 1, parts.length)),
    sections: [...new Set(leaves.map(({ section }) => section))],
  }))

function withNotes({ note }: Inlined, inner: string, part: number, parts: number): string {
  if (parts === 1) return inner
  const before = part > 1 ? '，接上篇' : ''
  const start = note(`（共${parts}篇，本篇为第${part}篇${before}）`)
  return start + inner + (part < parts ? note(`（未完，请看第${part + 1}篇）`) : '')
}

interface Excess {
  text: string
  actual: number
  limit: number
}

const warningsOf =
  ({ text, actual, limit }: Excess): Warn =>
  (code, done) => ({ code, message: `${text}：${done}`, actual, limit })

function excessOf(html: string, limits: Limits): Excess | undefined {
  const over = (name: string, actual: number, limit: number) => ({
    ...{ actual, limit },
    text: `全文 ${actual} ${name}，须少于 ${limit}`,
  })
  if (html.length >= limits.content) return over('字符（含标签）', html.length, limits.content)
  const bytes = Buffer.byteLength(html)
  if (bytes >= limits.contentBytes) return over('字节', bytes, limits.contentBytes)
  return undefined
}

/** @returns the largest count from 0 to `max` that passes, when all smaller ones pass too. */
function largest(max: number, passes: (count: number) => boolean): number | undefined {
  if (!passes(0)) return undefined
  let low = 0
  let high = max
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (passes(middle)) low = middle
    else high = middle - 1
  }
  return low
}
