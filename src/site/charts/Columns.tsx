import { scaleBand, scaleLinear } from 'd3-scale'
import { numberText } from '../figures/numbers.ts'
import { Drawing } from './Drawing.tsx'
import { textWidth } from './fitText.ts'
import type { Size } from './sizes.ts'

export interface YearValue {
  year: number
  /** `null`: not stated that year. */
  value: number | null
}

export interface ColumnsProps {
  id: string
  title: string
  words: string
  /** From the oldest year to the newest. */
  points: readonly YearValue[]
  /** The year that the page is about. */
  year?: number
  size: Size
}

/** One column a year, the newest to the right; where there is no place for all the oldest are left out. */
export function Columns({ id, title, words, points, year, size }: ColumnsProps) {
  const { width, font } = size
  const step = (Math.max(...points.map((point) => textWidth(tagOf(point)))) + 0.6) * font
  const shown = points.slice(-Math.max(1, Math.floor(width / step)))
  const height = font * 12
  const x = scaleBand(
    shown.map((point) => String(point.year)),
    [0, width],
  )
    .paddingInner(0.35)
    .paddingOuter(0.2)
  const y = scaleLinear()
    .domain([0, Math.max(1, ...shown.map(({ value }) => value ?? 0))])
    .range([0, height - font * 4])
  const ground = height - font * 2
  return (
    <Drawing {...{ id, size, title, words }} height={height}>
      <path className="ground" d={`M0 ${ground}H${width}`} />
      {shown.map((point) => {
        const band = x(String(point.year)) ?? 0
        const columnWidth = Math.min(x.bandwidth(), font * 5)
        const middle = band + x.bandwidth() / 2
        const top = ground - y(point.value ?? 0)
        const isYear = point.year === year
        return (
          <g key={point.year} className={isYear ? 'now' : undefined}>
            <rect
              className="bar"
              x={middle - columnWidth / 2}
              y={top}
              width={columnWidth}
              height={ground - top}
            />
            <text className="value" x={middle} y={top - font * 0.5} textAnchor="middle">
              {tagOf(point)}
            </text>
            <text x={middle} y={ground + font * 1.5} textAnchor="middle">
              {point.year}
            </text>
          </g>
        )
      })}
    </Drawing>
  )
}

const tagOf = ({ value }: YearValue): string => (value === null ? '未载明' : numberText(value))
