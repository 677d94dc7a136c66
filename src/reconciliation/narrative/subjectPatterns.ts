import { disputePatterns } from './disputePatterns.ts'
import { documentPatterns } from './documentPatterns.ts'
import { outcomePatterns } from './outcomePatterns.ts'
import type { SubjectPattern } from './patterns.ts'
import { carriedPatterns, requestPatterns } from './requestPatterns.ts'

/** In this order: words of a later one may stand in the clauses of an earlier one. */
export const subjectPatterns: readonly SubjectPattern[] = [
  ...disputePatterns,
  ...carriedPatterns,
  ...outcomePatterns,
  ...requestPatterns,
  ...documentPatterns,
  { subject: 'fee', pattern: /(?:处理费|收取|收费|费用)[^#]*#/u, topics: ['fees'] },
]
