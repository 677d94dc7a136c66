import { writeXlsx } from 'hucre/xlsx'
import { formatOf, tableKeys } from '../../formats/index.ts'
import type { CellRef, TableKey } from '../../formats/types.ts'
import { identitiesOf } from '../../reconciliation/identities.ts'
import type { Reading } from '../../reconciliation/reading.ts'
import { cellsOf } from '../publishedCells.ts'
import type { Publication, ReportContent } from '../types.ts'
import { xmlText } from '../xmlText.ts'
import { identitySheet } from './identitySheet.ts'
import { tableSheet } from './tableSheet.ts'

/**
 * A report as a workbook: its tables as printed and a list of the identities of its form. The
 * figures are what was published; the identities are live formulas over them, with their results,
 * so that an auditor sees them hold, and fail when a figure is changed.
 * @param baseUrl the public address of the site
 * @param tables those that are wanted
 * @returns the same bytes for the same publication
 */
export async function workbook(
  publication: Publication,
  baseUrl: string,
  tables: readonly TableKey[] = tableKeys,
): Promise<Buffer> {
  const { content, publishedAt } = publication
  const reading = readingOf(content)
  const sheets = tables.map((key) => tableSheet(publication, key, reading))
  const places = new Map(tables.map((key, i) => [key, sheets[i]?.locate]))
  const locate = (cell: CellRef) => {
    const place = places.get(cell.table)?.(cell)
    if (!place) throw new RangeError(`The workbook has no table ${cell.table}`)
    return place
  }
  const identities = identitySheet({ publication, tables, reading, locate, baseUrl })
  const published = new Date(publishedAt)
  const bytes = await writeXlsx({
    sheets: [...sheets.map(({ sheet }) => sheet), identities],
    defaultFont: { name: '宋体', size: 11 },
    properties: {
      title: xmlText(content.title),
      creator: xmlText(content.organization.name),
      lastModifiedBy: xmlText(content.organization.name),
      subject: '政府信息公开工作年度报告',
      created: published,
      modified: published,
    },
  })
  return Buffer.from(bytes)
}

/** What other years' reports say is not part of a publication. */
function readingOf(content: ReportContent): Reading {
  const { cells, lastYearCells } = identitiesOf(formatOf(content.format))
  return { thisYear: cells.map(cellsOf(content)), lastYear: lastYearCells.map(() => null) }
}
