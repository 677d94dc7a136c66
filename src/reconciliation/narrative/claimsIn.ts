import { parse, placeOf } from './parse.ts'
import type { NarrativePassage, Quantity } from './types.ts'

/** A number of a passage with what it speaks of. */
export interface NarrativeClaim extends Quantity {
  /** A key of `subjects`, or `channel`, `disclosed`, `via.…`, `fee`; absent where it is not known. */
  readonly subject?: string
  /** The words around it, `#` for the number. */
  readonly label: string
}

/** @returns every number of the passage in order, with offsets into its text. */
export const claimsIn = (passage: NarrativePassage): NarrativeClaim[] =>
  parse([passage]).flatMap((paragraph) =>
    paragraph.sentences.flatMap(({ claims }) =>
      claims.map(({ quantity, subject, label }) => ({
        ...quantity,
        ...placeOf(paragraph, quantity),
        ...(subject === undefined ? {} : { subject }),
        label,
      })),
    ),
  )
