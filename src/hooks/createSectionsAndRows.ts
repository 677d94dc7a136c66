import type { CollectionAfterChangeHook } from 'payload'
import { audit } from '../desk/audit.ts'
import { rowsOf } from '../formats/cells.ts'
import { formatOf } from '../formats/index.ts'
import type { Report } from '../payload-types.ts'

/** A new report has its six sections and every row of its form, blank, from the first moment. */
export const createSectionsAndRows: CollectionAfterChangeHook<Report> = async ({
  doc,
  operation,
  req,
}) => {
  if (operation !== 'create') return doc
  const { db } = req.payload
  const format = formatOf(doc.format ?? '')
  for (const [order, { key, heading }] of format.sections.entries()) {
    await db.create({
      collection: 'sections',
      data: { report: doc.id, key, heading, order, parent: null },
      req,
    })
  }
  for (const [order, { table, row, columns }] of rowsOf(format).entries()) {
    const cells = Object.fromEntries(columns.map((column) => [column.key, null]))
    const label = row.labels.join(' ')
    await db.create({
      collection: 'table-rows',
      data: { report: doc.id, table, row: row.key, order, label, cells },
      req,
    })
  }
  await audit(req, doc, { action: 'create' })
  return doc
}
