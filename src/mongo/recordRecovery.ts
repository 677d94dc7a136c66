import type { Db, Document } from 'mongodb'
import type { Entry } from './Journal.ts'

const comment = '写入中断，已恢复到上一次完整的状态'

/**
 * Writes down which reports were put back to their last complete state. By the driver, for it is
 * done on the way to the first turn to write, before there is one. May be done twice.
 */
export async function recordRecovery(
  db: Db,
  transaction: string,
  undone: readonly Entry[],
): Promise<void> {
  const touched = new Map<string, number>()
  for (const entry of undone) {
    const report = reportOf(entry)
    if (report) touched.set(report, (touched.get(report) ?? 0) + 1)
  }
  const reports = db.collection<Document & { _id: string }>('reports')
  for (const [id, documents] of touched) {
    const report = await reports.findOne({ _id: id })
    if (!report) continue // it was just being made
    const now = new Date()
    await db.collection<Document & { _id: string }>('audit-entries').updateOne(
      { _id: `${transaction}/${id}` },
      {
        $set: {
          action: 'recover',
          actorName: '系统',
          report: id,
          reportTitle: report.title,
          organization: report.organization,
          comment,
          details: { documents },
          createdAt: now,
          updatedAt: now,
        },
      },
      { upsert: true },
    )
  }
}

function reportOf({ collection, document, before }: Entry): string | undefined {
  if (collection === 'reports') return String(document)
  return typeof before?.report === 'string' ? before.report : undefined
}
