import { results } from './applications.ts'
import type { Content, Figure } from './Figure.ts'
import { keyFigures } from './keyFigures.ts'
import { numberText, shareText } from './numbers.ts'

/** A figure of two years that may be held against each other. */
export interface Compared {
  label: string
  unit: string
  before: number
  now: number
}

export interface Comparison {
  /** The key figures. */
  main: Compared[]
  /** Results of applications, and table 2. */
  more: Compared[]
}

/**
 * What can be compared of two years. The forms of 2019 and 2021 ask for different things in table
 * 2, and where they do they use different keys: so a row and column that both have is comparable,
 * and nothing else is. What one of them leaves open is left out.
 */
export const comparison = (before: Content, now: Content): Comparison => ({
  main: matched(keyFigures(before), keyFigures(now)),
  more: [
    ...matched(labelledResults(before), labelledResults(now)),
    ...matched(disclosures(before), disclosures(now)),
  ],
})

function matched(before: readonly Figure[], now: readonly Figure[]): Compared[] {
  const earlier = new Map(before.map((figure) => [`${figure.key} ${figure.unit}`, figure.value]))
  return now.flatMap(({ key, label, unit, value }) => {
    const then = earlier.get(`${key} ${unit}`) ?? null
    return value === null || then === null ? [] : [{ label, unit, before: then, now: value }]
  })
}

const labelledResults = (content: Content): Figure[] =>
  results(content).map((figure) => ({ ...figure, label: `办理结果：${figure.label}` }))

/** The cells of table 2, with the labels of the newer form. */
const disclosures = ({ tables: { disclosure } }: Content): Figure[] =>
  disclosure.rows.flatMap(({ key: row, labels, cells }) =>
    disclosure.columns
      .filter(({ key }) => key in cells)
      .map(({ key, label, type, unit }) => ({
        key: `${row}.${key}`,
        label: `${labels.at(-1) ?? row}：${label.replace(/（单位：.*）$/, '')}`,
        unit: unit ?? (type === 'money' ? '元' : '件'),
        value: cells[key] ?? null,
      })),
  )

/** For tables: 增加 5, （27.8%） */
export function changeInShort({ before, now }: Pick<Compared, 'before' | 'now'>): string[] {
  const change = differenceOf(before, now)
  if (change === 0) return ['持平']
  const amount = `${change > 0 ? '增加' : '减少'} ${numberText(Math.abs(change))}`
  return before === 0 ? [amount] : [amount, `（${shareText(Math.abs(change) / before)}）`]
}

/** Money has six decimals at most. */
const differenceOf = (before: number, now: number): number => Math.round((now - before) * 1e6) / 1e6

/** 比上年增加 5 件，增长 27.8% */
export function changeWords({
  before,
  now,
  unit,
}: Pick<Compared, 'before' | 'now' | 'unit'>): string {
  const change = differenceOf(before, now)
  if (change === 0) return '与上年持平'
  const [verb, rate] = change > 0 ? ['增加', '增长'] : ['减少', '下降']
  const amount = `比上年${verb} ${numberText(Math.abs(change))} ${unit}`
  // From nothing there is no rate.
  return before === 0 ? amount : `${amount}，${rate} ${shareText(Math.abs(change) / before)}`
}
