import { Columns, type YearValue } from '../charts/Columns.tsx'
import { Picture } from '../charts/Picture.tsx'
import { changeWords } from '../figures/comparison.ts'
import type { Content } from '../figures/Figure.ts'
import { keyFigure, type KeyFigure } from '../figures/keyFigures.ts'
import { amountText, numberText } from '../figures/numbers.ts'

interface TrendPictureProps {
  figure: KeyFigure
  title: string
  unit: string
  /** From the oldest year to the newest. */
  contents: readonly Content[]
  /** The year that the page is about. */
  year?: number
}

/** One figure through the years; absent for a single year, and where there is nothing in any year. */
export function TrendPicture({ figure, title, unit, contents, year }: TrendPictureProps) {
  const points = contents.map((content) => ({
    year: content.year,
    value: keyFigure(content, figure),
  }))
  if (points.length < 2 || points.every(({ value }) => !value)) return null
  const id = `trend-${figure}`
  const words = `${points.map((point) => `${point.year}年 ${amountText(point.value, unit)}`).join('，')}。`
  return (
    <Picture
      {...{ id, title }}
      lead={leadOf(points, year ?? points.at(-1)?.year, unit)}
      draw={(size) => <Columns {...{ id, title, words, points, year, size }} />}
      table={{
        columns: ['年度', `数量（${unit}）`],
        rows: points.map((point) => [`${point.year}年`, numberText(point.value)]),
      }}
    />
  )
}

/** The year in words, and how it stands to the one before it. */
function leadOf(points: readonly YearValue[], year: number | undefined, unit: string): string {
  const valueIn = (one: number) => points.find((point) => point.year === one)?.value ?? null
  const now = year === undefined ? null : valueIn(year)
  if (year === undefined || now === null) return ''
  const before = valueIn(year - 1)
  const change = before === null ? '' : `，${changeWords({ before, now, unit })}`
  return `${year}年 ${amountText(now, unit)}${change}。`
}
