import { scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import type { Figure } from '../figures/Figure.ts'
import { numberText } from '../figures/numbers.ts'
import { Drawing } from './Drawing.tsx'
import { textWidth } from './fitText.ts'
import { legendLines } from './legendLines.ts'
import type { Size } from './sizes.ts'
import { paintOf, Tones } from './tones.tsx'

export interface YearParts {
  year: number
  parts: readonly Figure[]
}

export interface StacksProps {
  id: string
  title: string
  words: string
  /** From the oldest year to the newest; every year has the same kinds. */
  years: readonly YearParts[]
  size: Size
}

/** One bar a year, made of its kinds, and a legend of the kinds. */
export function Stacks({ id, title, words, years, size }: StacksProps) {
  const { width, font } = size
  const name = `${id}-${size.name}`
  const kinds = years[0]?.parts.map(({ label }) => label) ?? []
  const left = font * 3.2
  const right = Math.max(...years.map((one) => textWidth(numberText(totalOf(one))))) * font + font
  const length = scaleLinear()
    .domain([0, Math.max(1, ...years.map(totalOf))])
    .range([0, width - left - right])
  const rowHeight = font * 2.6
  const barHeight = font * 1.7
  const legend = legendLines(kinds, { width, font })
  const legendTop = rowHeight * years.length + font
  return (
    <Drawing {...{ id, size, title, words }} height={legendTop + legend.height}>
      <Tones id={name} count={kinds.length} />
      {years.map((one, row) => (
        <g key={one.year} transform={`translate(0 ${row * rowHeight})`}>
          <text y={barHeight / 2 + font * 0.36}>{one.year}</text>
          {segmentsOf(one).map(({ kind, from, to }) => {
            const wide = length(to) - length(from)
            const tag = numberText(to - from)
            return (
              <g key={kind}>
                <rect
                  className="segment"
                  x={left + length(from)}
                  width={wide}
                  height={barHeight}
                  fill={paintOf(name, kind)}
                />
                {wide > (textWidth(tag) + 0.8) * font && (
                  <text
                    className="on"
                    x={left + length(from) + wide / 2}
                    y={barHeight / 2 + font * 0.36}
                    textAnchor="middle"
                  >
                    {tag}
                  </text>
                )}
              </g>
            )
          })}
          <text
            className="value"
            x={left + length(totalOf(one)) + font * 0.4}
            y={barHeight / 2 + font * 0.36}
          >
            {numberText(totalOf(one))}
          </text>
        </g>
      ))}
      {legend.entries.map(({ label, x, y }, kind) => (
        <g key={label} transform={`translate(${x} ${legendTop + y})`}>
          <rect className="segment" width={font * 1.4} height={font} fill={paintOf(name, kind)} />
          <text x={font * 1.8} y={font * 0.88}>
            {label}
          </text>
        </g>
      ))}
    </Drawing>
  )
}

const totalOf = ({ parts }: YearParts): number =>
  parts.reduce((total, { value }) => total + (value ?? 0), 0)

/** Kinds with nothing in them take no place. */
function segmentsOf({ parts }: YearParts): { kind: number; from: number; to: number }[] {
  const row = Object.fromEntries(parts.map(({ value }, kind) => [kind, value ?? 0]))
  return stack<Record<string, number>>()
    .keys(Object.keys(row))([row])
    .map(([ends], kind) => ({ kind, from: ends?.[0] ?? 0, to: ends?.[1] ?? 0 }))
    .filter(({ from, to }) => to > from)
}
