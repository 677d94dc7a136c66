import { Picture } from '../charts/Picture.tsx'
import { Stacks } from '../charts/Stacks.tsx'
import type { Content, Figure } from '../figures/Figure.ts'
import { numberText } from '../figures/numbers.ts'

interface PartsThroughYearsProps {
  id: string
  title: string
  /** From the oldest year to the newest. */
  contents: readonly Content[]
  partsOf: (content: Content) => Figure[]
  note?: string
}

/** The kinds of each year; absent where there is nothing in any year. */
export function PartsThroughYears({ id, title, contents, partsOf, note }: PartsThroughYearsProps) {
  const years = withSameKinds(
    contents.map((content) => ({ year: content.year, parts: partsOf(content) })),
  )
  const kinds = years[0]?.parts ?? []
  if (years.every(({ parts }) => parts.every(({ value }) => !value))) return null
  const words = `${years.map(inWords).join('；')}。`
  return (
    <Picture
      {...{ id, title, note }}
      draw={(size) => <Stacks {...{ id, title, words, size }} years={withoutEmptyKinds(years)} />}
      table={{
        columns: ['年度', ...kinds.map(({ label }) => label)],
        rows: years.map(({ year, parts }) => [
          `${year}年`,
          ...parts.map(({ value }) => numberText(value)),
        ]),
      }}
    />
  )
}

interface Year {
  year: number
  parts: Figure[]
}

/** In every year the kinds of all years, in one order: a pattern then means one thing. */
function withSameKinds(years: Year[]): Year[] {
  const kinds = new Map(
    years.flatMap(({ parts }) => parts.map((part) => [part.key, part] as const)),
  )
  return years.map(({ year, parts }) => ({
    year,
    parts: [...kinds.values()].map(
      (kind) => parts.find(({ key }) => key === kind.key) ?? { ...kind, value: null },
    ),
  }))
}

/** A legend of what is nowhere to be seen would only take place; the table has all kinds. */
function withoutEmptyKinds(years: readonly Year[]): Year[] {
  const filled = new Set(
    years.flatMap(({ parts }) => parts.filter(({ value }) => value).map(({ key }) => key)),
  )
  return years.map(({ year, parts }) => ({
    year,
    parts: parts.filter(({ key }) => filled.has(key)),
  }))
}

function inWords({ year, parts }: Year): string {
  const filled = parts.filter(({ value }) => value)
  const told = filled.map(({ label, value, unit }) => `${label} ${numberText(value)} ${unit}`)
  return `${year}年：${told.join('，') || '无'}`
}
