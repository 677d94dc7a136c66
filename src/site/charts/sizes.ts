/**
 * Each chart is drawn three times, and the style sheet shows the one that fits: letters in a drawing
 * shrink with it, so one drawing cannot be legible on a desk and on a phone.
 */
export interface Size {
  name: 'wide' | 'narrow' | 'large'
  /** In units of the drawing, which are pixels where it is shown as drawn. */
  width: number
  font: number
}

export const sizes: readonly Size[] = [
  { name: 'wide', width: 600, font: 15 },
  { name: 'narrow', width: 340, font: 14 },
  { name: 'large', width: 340, font: 21 },
]
