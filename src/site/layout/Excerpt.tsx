import { Fragment } from 'react'

export interface ExcerptProps {
  text: string
  /** Where what was searched for begins and ends; in order, none within another. */
  hits: readonly (readonly [from: number, to: number])[]
}

/** The words around what was found, with it marked. */
export function Excerpt({ text, hits }: ExcerptProps) {
  const rest = text.slice(hits.at(-1)?.[1] ?? 0)
  return (
    <p className="excerpt">
      {hits.map(([from, to], index) => (
        <Fragment key={from}>
          {text.slice(hits[index - 1]?.[1] ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {rest}
    </p>
  )
}
