/** @returns the id of a relation, whether it was populated or not. */
export function idOf(relation: string | { id: string } | null | undefined): string | undefined {
  return typeof relation === 'object' ? relation?.id : relation
}
