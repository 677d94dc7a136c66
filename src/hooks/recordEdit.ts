import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeDeleteHook,
} from 'payload'
import { idOf } from '../access/relations.ts'
import { audit } from '../desk/audit.ts'
import { findReport } from '../desk/findReport.ts'
import type { Report, Section } from '../payload-types.ts'

/** Writes down who changed what in a report besides its tables, whose saves record themselves. */
export const recordReportEdit: CollectionAfterChangeHook<Report> = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  if (operation !== 'update') return doc
  const fields = changedFields(previousDoc, doc)
  if (fields.length > 0) await audit(req, doc, { action: 'edit', details: { fields } })
  return doc
}

export const recordSectionEdit: CollectionAfterChangeHook<Section> = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  const report = await findReport(req, idOf(doc.report) ?? '')
  const fields = operation === 'create' ? ['heading'] : changedFields(previousDoc, doc)
  if (fields.length > 0) {
    const { heading } = doc
    await audit(req, report, { action: 'edit', details: { section: heading, fields } })
  }
  return doc
}

export const recordSectionDelete: CollectionAfterDeleteHook<Section> = async ({ doc, req }) => {
  const report = await findReport(req, idOf(doc.report) ?? '')
  await audit(req, report, { action: 'edit', details: { section: doc.heading, deleted: true } })
  return doc
}

export const recordReportDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await audit(req, await findReport(req, String(id)), { action: 'delete' })
}

function changedFields(before: object, after: object): string[] {
  const old = before as Record<string, unknown>
  return Object.entries(after)
    .filter(([name, value]) => name !== 'updatedAt' && differs(old[name], value))
    .map(([name]) => name)
}

const differs = (a: unknown, b: unknown) => written(a) !== written(b)

/** Relations by their id: one of the two sides may have them populated. */
const written = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === 'object' && part !== null && 'createdAt' in part && 'id' in part
      ? part.id
      : part,
  )
