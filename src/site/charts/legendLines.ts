import { textWidth } from './fitText.ts'

interface Placed {
  label: string
  x: number
  y: number
}

/** Places the entries of a legend one after the other, on as many lines as they need. */
export function legendLines(
  labels: readonly string[],
  { width, font }: { width: number; font: number },
): { entries: Placed[]; height: number } {
  const lineHeight = font * 1.7
  const entries: Placed[] = []
  let [x, y] = [0, 0]
  for (const label of labels) {
    const wide = (textWidth(label) + 3) * font
    if (x > 0 && x + wide > width + font) [x, y] = [0, y + lineHeight]
    entries.push({ label, x, y })
    x += wide
  }
  return { entries, height: y + lineHeight }
}
