/** Of what only adds to a page: what came; what was withdrawn or did not come is left out. */
export async function whatCame<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(promises)
  return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
}
