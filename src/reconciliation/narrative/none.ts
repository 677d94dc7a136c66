import type { ReconciliationInput } from '../types.ts'
import { readingsOf, sumOf } from './cellsOf.ts'
import { cellsNamed } from './compare.ts'
import type { PlacedParagraph } from './parse.ts'
import type { Statement } from './statement.ts'
import { clauseAround } from './statement.ts'

/** Compares what is stated in words with the cells: each of them has to be zero. */
export function checkDeclared(
  { format, tables, year }: ReconciliationInput,
  paragraphs: readonly PlacedParagraph[],
): Statement[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.sentences.flatMap((sentence) => {
      const stated = sentence.claims.find((claim) => claim.year !== undefined)?.year
      if (stated !== undefined && year !== undefined && stated !== year) return []
      return sentence.declared.flatMap(({ span, rule, subjects, says }): Statement[] => {
        const readings = subjects.flatMap((subject) => readingsOf(format, subject)[0] ?? [])
        const wrong = readings.filter((reading) => (sumOf(reading, tables) ?? 0) > 0)
        const sum = wrong.reduce((total, reading) => total + (sumOf(reading, tables) ?? 0), 0)
        if (wrong.length === 0) return []
        const terms = wrong.flatMap((reading) => reading.terms)
        return [
          {
            rule,
            paragraph,
            span: clauseAround(paragraph.plain.text, span),
            cells: terms.map(({ cell }) => cell),
            expected: sum,
            actual: 0,
            says: `${says}，但${cellsNamed(format, { terms })}为 ${sum}`,
          },
        ]
      })
    }),
  )
}
