import type { CollectionBeforeChangeHook } from 'payload'
import { WrongStage } from '../desk/refusals.ts'
import { editableStages } from '../desk/stages.ts'
import type { Report } from '../payload-types.ts'

/** What is published or under review is changed by a correction only, never in place. */
export const refuseWhilePublic: CollectionBeforeChangeHook<Report> = ({
  data,
  operation,
  originalDoc,
}) => {
  if (operation === 'update' && originalDoc && !editableStages.includes(originalDoc.stage)) {
    throw new WrongStage(originalDoc.stage, '修改，请先发起更正')
  }
  return data
}
