import type { CellReader } from '../publishedCells.ts'
import type { NarrativeImage } from '../narrativeImages.ts'
import type { PublishedChart } from '../types.ts'

/** What charts are drawn from. */
export interface ChartFigures {
  year: number
  /** Key of the form. */
  format: string
  read: CellReader
}

/** A chart with its bytes. */
export interface Chart extends NarrativeImage, Pick<PublishedChart, 'key'> {}

/** A chart before it is drawn: one bar a line, in whole items (件). */
export interface Bars {
  key: 'applicants' | 'outcomes'
  title: string
  /** All the numbers in words. */
  alt: string
  lines: { label: string; value: number }[]
}
