import { isLeaf, joined, leavesOf, type Leaf, type Piece } from './pieces.ts'

export interface Split {
  /** The leaves of each article, in reading order. */
  parts: Leaf[][]
  /** What is too large for any article: a table, or a sentence. */
  leftOut: Leaf[]
  /** How many paragraphs were cut at the ends of sentences. */
  cut: number
}

export interface SplitOptions {
  /** Whether an article with this inside keeps to its limits. */
  fits: (inner: string) => boolean
  /** Fills each article before the next begins; otherwise branches that fit into one stay whole. */
  tight: boolean
  /** Stands where something was left out. */
  leftOut: string
}

/**
 * Distributes pieces over articles in their order: at the borders of the upper branches as long as
 * those fit, else at those below, in the end between sentences. Nothing is cut within a sentence or a
 * table.
 */
export function split(pieces: readonly Piece[], { fits, tight, leftOut }: SplitOptions): Split {
  const result: Split = { parts: [[]], leftOut: [], cut: 0 }
  const current = () => result.parts.at(-1) ?? []
  const fitsHere = (leaves: readonly Leaf[]) => fits(joined(current()) + joined(leaves))
  const begin = () => current().length > 0 && result.parts.push([])

  function place(piece: Piece): void {
    const leaves = leavesOf(piece)
    if (fitsHere(leaves)) return void current().push(...leaves)
    const mayPart = !isLeaf(piece) && tight && !piece.together
    if (!mayPart && fits(joined(leaves))) {
      begin()
      return void current().push(...leaves)
    }
    if (!isLeaf(piece)) return piece.children.forEach(place)
    if (piece.sentences) {
      result.cut += 1
      return piece.sentences.forEach(place)
    }
    omit(piece)
  }
  function omit(leaf: Leaf): void {
    result.leftOut.push(leaf)
    const isTold = current().at(-1)?.html === leftOut
    if (!isTold && fits(leftOut)) place({ kind: 'fixed', html: leftOut, section: leaf.section })
  }

  pieces.forEach(place)
  return result
}
