import type { PayloadRequest } from 'payload'
import { Refused, type Problem } from '../desk/refusals.ts'
import { formatOf } from '../formats/index.ts'
import { formHasSource } from '../narrative/figures.ts'
import { referencesIn } from '../narrative/references.ts'
import type { Report } from '../payload-types.ts'

/**
 * New figures show what the report's own form has, and new images are such that the person may see.
 * What was there before stays: somebody who corrects a word need not put it right.
 * @throws {Refused} 400
 */
export async function refuseLostReferences(
  req: PayloadRequest,
  report: Report,
  content: unknown,
  before: unknown,
): Promise<void> {
  const known = referencesIn(before)
  const { sources, images } = referencesIn(content)
  const format = formatOf(report.format ?? '')
  const strange = sources.filter(
    (source) => !known.sources.includes(source) && !formHasSource(format, source),
  )
  const lost = await unreadable(
    req,
    images.filter((image) => !known.images.includes(image)),
  )
  const problems: Problem[] = [
    ...strange.map((source) => `本报告的表格没有正文引用的单元格（${source}）`),
    ...lost.map((id) => `正文中的图片不存在或您不能查看（${id}）`),
  ].map((message) => ({ path: 'content', message }))
  if (problems.length > 0) throw new Refused(req, 'sections', problems)
}

async function unreadable(req: PayloadRequest, images: readonly string[]): Promise<string[]> {
  if (images.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'media',
    where: { id: { in: images } },
    pagination: false,
    depth: 0,
    // Without a user it is the system that writes.
    overrideAccess: !req.user,
    req,
  })
  return images.filter((image) => !docs.some(({ id }) => id === image))
}
