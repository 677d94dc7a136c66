import { scaleLinear } from 'd3-scale'
import type { Figure } from '../figures/Figure.ts'
import { numberText, shareText } from '../figures/numbers.ts'
import { Drawing } from './Drawing.tsx'
import { fitText, textWidth } from './fitText.ts'
import type { Size } from './sizes.ts'

export interface BarsProps {
  id: string
  title: string
  words: string
  figures: readonly Figure[]
  /** What the figures are parts of: then each bar tells its share. */
  whole?: number
  size: Size
}

const labelEms = 10

/** One bar a figure, the label beside it, or above it where it is narrow. */
export function Bars({ id, title, words, figures, whole, size }: BarsProps) {
  const { width, font } = size
  const isBeside = size.name === 'wide' && figures.every(({ label }) => textWidth(label) < labelEms)
  const left = isBeside ? labelEms * font : 0
  const right = Math.max(...figures.map((figure) => textWidth(tagOf(figure, whole)))) * font + font
  const length = scaleLinear()
    .domain([0, Math.max(1, ...figures.map(({ value }) => value ?? 0))])
    .range([0, width - left - right])
  const rowHeight = font * (isBeside ? 2.2 : 3.1)
  const bar = { top: font * (isBeside ? 0.45 : 1.5), height: font * 1.2 }
  return (
    <Drawing {...{ id, size, title, words }} height={rowHeight * figures.length}>
      {figures.map((figure, index) => {
        const filled = length(figure.value ?? 0)
        const baseline = bar.top + bar.height / 2 + font * 0.36
        return (
          <g key={figure.key} transform={`translate(0 ${index * rowHeight})`}>
            <text
              x={isBeside ? left - font * 0.7 : 0}
              y={isBeside ? baseline : font * 1.1}
              textAnchor={isBeside ? 'end' : 'start'}
            >
              {fitText(figure.label, isBeside ? labelEms - 1 : width / font)}
            </text>
            <rect
              className="track"
              x={left}
              y={bar.top}
              width={width - left - right}
              height={bar.height}
            />
            <rect className="bar" x={left} y={bar.top} width={filled} height={bar.height} />
            <text className="value" x={left + filled + font * 0.4} y={baseline}>
              {tagOf(figure, whole)}
            </text>
          </g>
        )
      })}
    </Drawing>
  )
}

function tagOf({ value, unit, apart }: Figure, whole: number | undefined): string {
  const amount = `${numberText(value)} ${unit}`
  return whole && value && !apart ? `${amount}，${shareText(value / whole)}` : amount
}
