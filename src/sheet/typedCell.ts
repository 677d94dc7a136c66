/** A cell as it was typed: what is no number is kept as text, for the server to name and refuse. */
export type TypedCell = number | string | null

const number = /^-?(\d{1,3}(?:[, ]\d{3})+|\d+)(\.\d+)?$/

/**
 * Reads what a person typed: full-width digits and thousands separators are numbers too.
 * @returns `null` for nothing typed: blank, which is not zero
 */
export function typedCell(text: string): TypedCell {
  const plain = text.normalize('NFKC').trim().replace(/^−/, '-')
  if (plain === '') return null
  const value = number.test(plain) ? Number(plain.replace(/[, ]/g, '')) : NaN
  // What is too large for a number would be sent as null. There is no −0 on the form.
  return Number.isFinite(value) ? value + 0 : text.trim()
}
