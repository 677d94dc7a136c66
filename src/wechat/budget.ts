import { plainParagraph } from './markup.ts'
import type { ArticleWarning, WechatLimits } from './limits.ts'

/** A piece of the article, in reading order. */
export type Part =
  /** Headings and signature: always there. */
  | { kind: 'fixed'; html: string }
  /** One paragraph of narrative. */
  | { kind: 'text'; html: string; section: number }
  | { kind: 'table'; label: string; grid: string; words: string }

export interface Fitted {
  content: string
  warnings: ArticleWarning[]
}

type Wrap = (inner: string) => string
type Budget = Pick<WechatLimits, 'content' | 'contentBytes'>

const readOn = plainParagraph('（全文请点击“阅读原文”）')

/**
 * Makes the article small enough. Nothing is changed as long as it fits; then tables become words,
 * which are always shorter, then narrative goes from the end, paragraph by paragraph, with a visible
 * note in every section that lost some.
 * @param wrap puts the article's outer element around the parts; it counts too
 * @returns content under both limits, and a warning for every change
 */
export function fitContent(parts: readonly Part[], wrap: Wrap, budget: Budget): Fitted {
  const full = wrap(render(parts))
  const excess = excessOf(full, budget)
  if (!excess) return { content: full, warnings: [] }

  const { parts: shorter, labels } = tablesAsWords(parts, wrap, budget)
  const warnings: ArticleWarning[] = []
  const warn = (code: ArticleWarning['code'], done: string) =>
    warnings.push({ code, message: `${excess.text}：${done}`, ...excess.numbers })
  if (labels.length > 0) warn('content.tablesAsText', `${labels.join('、')}已改为文字叙述`)

  const fits = (inner: string) => excessOf(wrap(inner), budget) === undefined
  const texts = shorter.filter(({ kind }) => kind === 'text').length
  const kept = largest(texts, (count) => fits(render(shorter, count)))
  if (kept !== undefined) {
    if (kept < texts) {
      warn(
        'content.textCut',
        `正文 ${texts} 段中的后 ${texts - kept} 段未收入，已提示点击“阅读原文”`,
      )
    }
    return { content: wrap(render(shorter, kept)), warnings }
  }
  return { content: dropParts(shorter, wrap, fits, warn), warnings }
}

/** The last resort, for limits set lower than headings and tables need. */
function dropParts(
  parts: readonly Part[],
  wrap: Wrap,
  fits: (inner: string) => boolean,
  warn: (code: ArticleWarning['code'], done: string) => void,
): string {
  const essential = parts.filter(({ kind }) => kind !== 'text')
  const start = (count: number) => render(essential.slice(0, count)) + readOn
  const kept = largest(essential.length, (count) => fits(start(count)))
  warn('content.partsDropped', '只保留了开头部分，请改用“阅读原文”或分篇发布')
  return kept === undefined ? '' : wrap(start(kept))
}

/** Turns tables into words, the one that saves most first, until the article fits. */
function tablesAsWords(parts: readonly Part[], wrap: Wrap, budget: Budget) {
  const candidates = parts
    .filter((part) => part.kind === 'table')
    .sort((a, b) => saving(b) - saving(a))
  const labels: string[] = []
  let current = parts
  for (const table of candidates) {
    if (!excessOf(wrap(render(current)), budget)) break
    current = current.map((part) => (part === table ? { ...table, grid: table.words } : part))
    labels.push(table.label)
  }
  return { parts: current, labels }
}

const saving = ({ grid, words }: { grid: string; words: string }) => grid.length - words.length

/** @param keep how many paragraphs of narrative, from the start */
function render(parts: readonly Part[], keep = Infinity): string {
  let seen = 0
  const noted = new Set<number>()
  const html = parts.map((part) => {
    if (part.kind === 'table') return part.grid
    if (part.kind === 'fixed' || seen++ < keep) return part.html
    if (noted.has(part.section)) return ''
    noted.add(part.section)
    return readOn
  })
  return html.join('')
}

function excessOf(html: string, budget: Budget) {
  const bytes = Buffer.byteLength(html)
  const over = (name: string, actual: number, limit: number) => ({
    numbers: { actual, limit },
    text: `全文 ${actual} ${name}，须少于 ${limit}`,
  })
  if (html.length >= budget.content) return over('字符（含标签）', html.length, budget.content)
  if (bytes >= budget.contentBytes) return over('字节', bytes, budget.contentBytes)
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
