import type { ReconciliationInput } from '../types.ts'
import { readingsOf, sumOf } from './cellsOf.ts'
import { cellsNamed } from './compare.ts'
import type { Declared } from './declared.ts'
import type { ParsedSentence, PlacedParagraph } from './parse.ts'
import type { Statement } from './statement.ts'
import { clauseAround } from './statement.ts'
import type { Span } from './types.ts'
import { isOwnYear } from './years.ts'

/** Compares what is stated in words with the cells: each of them has to be zero. */
export const checkDeclared = (
  input: ReconciliationInput,
  paragraphs: readonly PlacedParagraph[],
): Statement[] =>
  paragraphs.flatMap((paragraph) =>
    paragraph.sentences.flatMap((sentence) =>
      sentence.declared
        .filter(({ span }) => isOfThisYear(sentence, paragraph, span, input.year))
        .flatMap((declared) => compareWithCells(input, paragraph, declared)),
    ),
  )

function isOfThisYear(
  { claims }: ParsedSentence,
  paragraph: PlacedParagraph,
  span: Span,
  year: number | undefined,
): boolean {
  const stated = claims.find((claim) => claim.year !== undefined)?.year
  if (stated === undefined || year === undefined || stated === year) return true
  return isOwnYear(paragraph, span, year)
}

function compareWithCells(
  { format, tables }: ReconciliationInput,
  paragraph: PlacedParagraph,
  { span, rule, subjects, says }: Declared,
): Statement[] {
  const found = subjects.flatMap((subject) => {
    const [reading] = readingsOf(format, subject)
    const value = reading && (sumOf(reading, tables) ?? statedIn(paragraph, subject))
    return reading && value ? [{ reading, value }] : []
  })
  if (found.length === 0) return []
  const sum = found.reduce((total, { value }) => total + value, 0)
  const terms = found.flatMap(({ reading }) => reading.terms)
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
}

/** What the paragraph itself says in figures, where the cell is blank. */
const statedIn = ({ sentences }: PlacedParagraph, subject: string): number =>
  sentences
    .flatMap(({ claims }) => claims)
    .find((claim) => claim.subject === subject && !claim.lastYear)?.quantity.value ?? 0
