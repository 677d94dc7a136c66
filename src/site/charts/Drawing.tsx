import type { ReactNode } from 'react'
import type { Size } from './sizes.ts'

interface DrawingProps {
  /** Unique in the page. */
  id: string
  size: Size
  height: number
  title: string
  /** All that the drawing shows, in words. */
  words: string
  children: ReactNode
}

/** An SVG that speaks as one picture. Looks come from the style sheet: the page allows no inline style. */
export function Drawing({ id, size, height, title, words, children }: DrawingProps) {
  const name = `${id}-${size.name}`
  return (
    <svg
      className={`drawing drawing--${size.name}`}
      viewBox={`0 0 ${size.width} ${Math.ceil(height)}`}
      fontSize={size.font}
      role="img"
      aria-labelledby={`${name}-title ${name}-words`}
    >
      <title id={`${name}-title`}>{title}</title>
      <desc id={`${name}-words`}>{words}</desc>
      {children}
    </svg>
  )
}
