import type { ReactNode } from 'react'

/** Boxes and texts as satori wants them, without JSX: the domain knows no React. */

type Style = Readonly<Record<string, string | number>>

export const box = (style: Style, ...children: ReactNode[]): ReactNode =>
  element({ display: 'flex', ...style }, children)

export const words = (style: Style, text: string): ReactNode => element(style, text)

/** What React would call an element; satori reads nothing but its type and properties. */
const element = (style: Style, children: unknown): ReactNode =>
  ({ type: 'div', key: null, props: { style, children } }) as ReactNode
