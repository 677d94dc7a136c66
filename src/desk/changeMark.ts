import type { PayloadRequest } from 'payload'
import type { Report } from '../payload-types.ts'

/**
 * A text that differs after anything of the report was saved: its tables, its text, its form. Who
 * has it open compares, and reads again.
 */
export async function changeMark(
  req: PayloadRequest,
  { id, revision, updatedAt }: Report,
): Promise<string> {
  const sections = await req.payload.find({
    collection: 'sections',
    where: { report: { equals: id } },
    sort: '-updatedAt',
    limit: 1,
    depth: 0,
    select: { updatedAt: true },
    req,
  })
  return [revision, updatedAt, sections.totalDocs, sections.docs[0]?.updatedAt].join('|')
}
