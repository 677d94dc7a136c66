/**
 * Adds without the errors of binary fractions: 0.1 and 0.2 make 0.3. Integers, which is what nearly
 * every cell holds, take the plain way.
 * @param values with at most six decimals, as the forms allow; what is beyond is cut off
 * @returns the number nearest to the true sum
 */
export function exactSum(values: readonly number[]): number {
  return values.every(Number.isInteger)
    ? values.reduce((sum, value) => sum + value, 0)
    : unscaled(values.reduce((sum, value) => sum + scaled(value), 0n))
}

const decimals = 6

/** Goes through the decimal notation, for that is what was typed; the double is only near it. */
function scaled(value: number): bigint {
  const [whole = '0', fraction = ''] = notation(value).split('.')
  return BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'))
}

/** Without an exponent, however small or large. */
function notation(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString()
  return Math.abs(value) < 10 ** -decimals ? '0' : String(value)
}

function unscaled(value: bigint): number {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0')
  const size = Number(`${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`)
  return value < 0n ? -size : size
}
