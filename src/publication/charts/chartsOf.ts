import { LRUCache } from 'lru-cache'
import type { PublishedChart } from '../types.ts'
import { barsOf } from './barsOf.ts'
import { drawBars, type Drawing } from './drawBars.ts'
import { coverAlt, drawCover } from './drawCover.ts'
import { rasterize } from './rasterize.ts'
import type { Chart, ChartFigures } from './types.ts'

/** Kept by what they show: drawn before a transaction, they are at hand within it. */
const drawn = new LRUCache<string, Promise<Chart>>({ max: 64 })

/**
 * The pictures of a report's figures: the cover first, then the charts that have something to show.
 * The same figures give the same bytes.
 */
export async function chartsOf(figures: ChartFigures): Promise<Chart[]> {
  const { year } = figures
  return Promise.all([
    drawnOnce('cover', coverAlt(year), () => drawCover(year)),
    ...barsOf(figures).map((bars) => drawnOnce(bars.key, bars.alt, () => drawBars(bars))),
  ])
}

/** @param alt tells all that the drawing shows, so it tells drawings apart */
function drawnOnce(key: Chart['key'], alt: string, draw: () => Drawing): Promise<Chart> {
  const id = `${key} ${alt}`
  const known = drawn.get(id)
  if (known) return known
  const drawing = rasterize(draw()).then((image) => ({ ...image, key, alt }))
  drawn.set(id, drawing)
  // It may yet work another time.
  drawing.catch(() => drawn.delete(id))
  return drawing
}

/** What a publication says of a chart. */
export const publishedChart = ({ key, name, alt, width, height }: Chart): PublishedChart => ({
  ...{ key, name, alt, width, height },
})
