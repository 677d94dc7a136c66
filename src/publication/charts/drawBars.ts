import type { ReactNode } from 'react'
import { box, words } from './elements.ts'
import type { Bars } from './types.ts'

/** A phone shows 1080 as some 340, so 40 are seen as more than 12. */
const size = { width: 1080, margin: 40, title: 52, text: 40, line: 76, label: 380 } as const
/** Of bars beside the longest label and the longest number. */
const longest = 400
const colours = { ink: '#1a1a1a', bar: '#1f5fa8', rail: '#e6edf5', ground: '#ffffff' } as const

export interface Drawing {
  width: number
  height: number
  element: ReactNode
}

/** Horizontal bars; each has its number beside it, so nothing is told by length or colour alone. */
export function drawBars({ title, lines }: Bars): Drawing {
  const most = Math.max(...lines.map(({ value }) => value))
  const height = 2 * size.margin + size.title * 2 + lines.length * size.line
  const { width, margin } = size
  const element = box(
    {
      ...{ width, height, padding: margin, flexDirection: 'column' },
      ...{ backgroundColor: colours.ground, color: colours.ink, fontSize: size.text },
    },
    words({ height: size.title * 2, fontSize: size.title }, `${title}（件）`),
    ...lines.map((line) => drawLine(line, most)),
  )
  return { width, height, element }
}

const drawLine = ({ label, value }: Bars['lines'][number], most: number): ReactNode =>
  box(
    { height: size.line, alignItems: 'center' },
    words({ width: size.label }, label),
    box(
      { width: longest, height: 44, backgroundColor: colours.rail },
      box({ width: lengthOf(value, most), height: 44, backgroundColor: colours.bar }),
    ),
    words({ marginLeft: 20 }, String(value)),
  )

/** One of a million is still to be seen. */
const lengthOf = (value: number, most: number): number =>
  value > 0 ? Math.max(6, Math.round((value / most) * longest)) : 0
