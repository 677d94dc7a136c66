import { inline } from './inline.ts'
import { article, note } from './markup.ts'
import { leavesOf, mapLeaves, type Leaf, type Piece } from './pieces.ts'

/** An article before it is split, with its styles written into its elements. */
export interface Inlined {
  pieces: Piece[]
  /** Puts the outermost element around an article. */
  wrap: (inner: string) => string
  /** A line about the article itself. */
  note: (text: string) => string
}

const place = '…'

/** Writes the styles into all pieces at once, for looking them up takes longer than writing them. */
export function inlined(pieces: readonly Piece[]): Inlined {
  const sources = pieces.flatMap(leavesOf).flatMap(sourcesOf)
  const [frame = '', noteFrame = '', ...rest] = inline([article(place), note(place), ...sources])
  const done = rest[Symbol.iterator]()
  const next = (leaf: Leaf): Leaf => ({ ...leaf, html: done.next().value ?? '' })
  const all = (leaf: Leaf): Leaf => ({
    ...next(leaf),
    ...(leaf.sentences && { sentences: leaf.sentences.map(next) }),
  })
  return {
    pieces: pieces.map((piece) => mapLeaves(piece, all)),
    wrap: around(frame),
    note: around(noteFrame),
  }
}

const sourcesOf = ({ html, sentences = [] }: Leaf): string[] => [
  html,
  ...sentences.map((sentence) => sentence.html),
]

const around = (frame: string) => {
  const [before = '', after = ''] = frame.split(place)
  return (inner: string) => before + inner + after
}
