/** A sub-section among those of its part. */
interface Ordered {
  readonly id: string
  readonly order: number
}

export type Direction = 'up' | 'down'

/**
 * Numbers the sub-sections of a part anew with one of them moved by a place.
 * @param siblings in their present order; numbers may repeat or leave gaps
 * @returns those whose number changes; none where there is no place to move to
 */
export function movedOrders(
  siblings: readonly Ordered[],
  id: string,
  direction: Direction,
): Ordered[] {
  const from = siblings.findIndex((sibling) => sibling.id === id)
  const to = from + (direction === 'up' ? -1 : 1)
  const [moved, other] = [siblings[from], siblings[to]]
  if (!moved || !other) return []
  return siblings
    .map((sibling, index) => (index === from ? other : index === to ? moved : sibling))
    .map((sibling, index) => ({ id: sibling.id, order: index, before: sibling.order }))
    .filter(({ order, before }) => order !== before)
    .map(({ id: of, order }) => ({ id: of, order }))
}
