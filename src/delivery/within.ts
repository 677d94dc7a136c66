/** What was asked took too long; it may go on. */
export class TooLate extends Error {}

/**
 * @returns what the work gives
 * @throws what the work throws, or {TooLate} when it takes longer
 */
export async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  let late: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new TooLate(`No answer within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(late)
  }
}
