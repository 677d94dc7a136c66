import { minuteInChina } from './chinaTime.ts'
import { chineseDate } from './chineseDate.ts'
import type { Publication } from './types.ts'

/** What is told of a correction, on every form of the document. */
type Corrected = Pick<Publication, 'revision' | 'publishedAt' | 'correctionReason'>

/** @returns the notice in one or two sentences; nothing for what was published first */
export function correctionNotice({ revision, publishedAt, correctionReason }: Corrected): string {
  if (revision === 1) return ''
  const day = chineseDate(minuteInChina(publishedAt))
  const reason = correctionReason?.trim().replace(/[。．.；;]+$/, '')
  return `更正说明：本报告于${day}更正后重新发布，为第${revision}次发布。${reason ? `更正原因：${reason}。` : ''}`
}

/** Says on a text that a later one took its place that it did. */
export const supersededNotice = ({ revision, publishedAt }: Corrected): string =>
  `本页是第${revision}次发布的文本（${chineseDate(minuteInChina(publishedAt))}发布），已由更正后的文本取代，请以现行文本为准。`
