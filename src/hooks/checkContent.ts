import type { FieldHook } from 'payload'
import { Refused } from '../desk/refusals.ts'
import { checkRichText } from '../narrative/checkRichText.ts'
import type { Section } from '../payload-types.ts'

/**
 * Refuses what the editor could not have made. It runs before the rich text field's own hooks and
 * checks, which take the shape for granted.
 */
export const checkContent: FieldHook<Section, Section['content'], Section> = ({
  req,
  siblingData,
}) => {
  // What was not sent keeps what is stored.
  const problem = checkRichText(siblingData.content)
  if (problem) throw new Refused(req, 'sections', [{ path: 'content', message: problem }])
  return undefined
}
