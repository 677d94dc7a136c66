/** A cell as it was typed: what is no number is kept as text, for the server to name and refuse. */
export type TypedCell = number | string | null

const number = /^-?\d+(\.\d+)?$/

/**
 * Reads what a person typed or pasted: full-width digits and thousands separators are numbers too.
 * @returns `null` for nothing typed: blank, which is not zero
 */
export function typedCell(text: string): TypedCell {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace(/^−/, '-')
  if (plain === '') return null
  return number.test(plain) ? Number(plain) : text.trim()
}
