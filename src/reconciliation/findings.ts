import type { Format } from '../formats/types.ts'
import { cellsOf } from './identities.ts'
import type { Judgement, Reading } from './reading.ts'
import { valueOf } from './reading.ts'
import type { Finding } from './types.ts'
import { describe } from './wording.ts'

/** @returns what to tell of an identity that does not hold, or `undefined` when it does. */
export function findingOf(
  format: Format,
  judgement: Judgement,
  reading: Reading,
): Finding | undefined {
  const { identity, verdict, expected, actual } = judgement
  if (verdict === 'satisfied') return undefined
  const { rule, table, authority } = identity.rule
  const values = [identity.parts, identity.total].map((terms) =>
    terms.map((term) => valueOf(term, reading) ?? '').join(','),
  )
  return {
    rule,
    severity: authority === 'convention' ? 'warning' : 'error',
    status: verdict,
    table,
    cells: cellsOf(identity),
    expected,
    actual,
    message: describe(format, judgement, reading),
    key: keyOf(rule, identity.line, ...values),
  }
}

/**
 * @param rests the subject of the finding and the values it rests on
 * @returns the key by which an acknowledgement knows the finding again
 */
export const keyOf = (rule: string, ...rests: readonly (string | number)[]): string =>
  [rule, ...rests].join('|')
