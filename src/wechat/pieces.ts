/** An article before it is split: a tree, cut at its upper branches if possible. */
export type Piece = Leaf | Branch

export interface Leaf {
  /** `form`: a table of the statutory form; `table`: one of the text. */
  kind: 'text' | 'table' | 'picture' | 'form' | 'fixed'
  html: string
  /** 1 to 6; 0 before the first. */
  section: number
  /** Of a paragraph too long for one article: the same, cut at the ends of sentences. */
  sentences?: Leaf[]
}

export interface Branch {
  children: Piece[]
  /** Parted only if it does not fit into an article by itself, such as a heading and what follows. */
  together?: boolean
}

export const isLeaf = (piece: Piece): piece is Leaf => 'html' in piece

export const leavesOf = (piece: Piece): Leaf[] =>
  isLeaf(piece) ? [piece] : piece.children.flatMap(leavesOf)

/** @returns the same tree with other leaves */
export const mapLeaves = (piece: Piece, change: (leaf: Leaf) => Leaf): Piece =>
  isLeaf(piece)
    ? change(piece)
    : { ...piece, children: piece.children.map((child) => mapLeaves(child, change)) }

export const joined = (leaves: readonly Leaf[]): string => leaves.map(({ html }) => html).join('')
