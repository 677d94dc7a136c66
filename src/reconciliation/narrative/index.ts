/** The rules over the text of a report, and what they read there. Pure, as the rest of the engine. */
export { claimsIn } from './claimsIn.ts'
export type { NarrativeClaim } from './claimsIn.ts'
export { readNumbers } from './quantities.ts'
export { narrativeRules } from './rules.ts'
export { subjects } from './subjects.ts'
export type { Subject } from './subjects.ts'
export type { NarrativePassage, Precision, Quantity, Span } from './types.ts'
