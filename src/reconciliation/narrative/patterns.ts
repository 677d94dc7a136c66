import type { Topic } from './topics.ts'

/**
 * How the text says what a number speaks of. Patterns are for the words of a clause with `#` in
 * the place of the number: `办结#` and `#已办结`. The first that fits is taken.
 */
export interface SubjectPattern {
  /** A key of `subjects`; `dispute.…` is completed with the dispute that is spoken of. */
  readonly subject: string
  readonly pattern: RegExp
  /** Where the words mean this; absent where they always do. */
  readonly topics?: readonly Topic[]
  /** Words that make it something else. */
  readonly not?: RegExp
}

/**
 * Words that may stand between the subject and its number. No two of them may make a third, or
 * long runs of them would be tried in every way there is.
 */
export const filler =
  '(?:的|了|共|计|合计|总计|累计|有|为|总?数量?|达到?|案|件|申请|情形|情况|类|仅|各|：|分别|信息|政府|答复|处理|决定|均|提出|提交|不予公开|不予处理|无法提供|予以|属于|另|，|[”"])*'

/** @returns a pattern for the words with their number right after them. */
export const at = (words: string): RegExp => new RegExp(`(?:${words})${filler}#`, 'u')
