import type { PayloadRequest } from 'payload'
import { WrongStage } from '../desk/refusals.ts'
import type { Stage } from '../desk/stages.ts'
import type { Report } from '../payload-types.ts'

/**
 * Moves a report to another stage, if it is still in the one that was looked at: of two people who
 * press the button at once, one succeeds.
 * @throws {WrongStage} 409
 */
export async function moveTo(
  req: PayloadRequest,
  report: Report,
  stage: Stage,
  verb: string,
  data: Partial<Report> = {},
): Promise<void> {
  const moved = await req.payload.db.updateOne({
    collection: 'reports',
    where: {
      and: [
        { id: { equals: report.id } },
        { stage: { equals: report.stage } },
        // An edit in between would publish what nobody looked at.
        { revision: { equals: report.revision } },
      ],
    },
    data: { ...data, stage, updatedAt: new Date().toISOString() },
    options: { atomic: true },
    req,
  })
  if (!moved) throw new WrongStage(report.stage, `${verb}：刚刚被他人改动，请刷新`)
}
