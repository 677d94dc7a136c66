/** The reconciliation engine: pure functions over the data of a report and its form. */
export { openWarnings } from './acknowledgements.ts'
export { diagnose } from './diagnose.ts'
export { identitiesOf } from './identities.ts'
export type { Identities, Identity, IdentityTerm } from './identities.ts'
export { reconcile } from './reconcile.ts'
export { claimsIn, readNumbers } from './narrative/index.ts'
export type { NarrativeClaim, NarrativePassage, Quantity } from './narrative/index.ts'
export type * from './types.ts'
