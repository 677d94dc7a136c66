import { blankCellsOf } from '../../formats/cells.ts'
import { cellPath } from '../../formats/labels.ts'
import type { CellRef } from '../../formats/types.ts'
import type { Finding, Reconciliation } from '../../reconciliation/types.ts'
import type { Sheet } from '../../sheet/Sheet.ts'
import type { TabMark } from '../desk/deskOf.ts'

/** What the panel and the tabs make of a reconciliation. The findings' own words are the engine's. */

export interface SortedFindings {
  violated: Finding[]
  incomplete: Finding[]
  /** Those to be explained first. */
  warnings: Finding[]
}

export function sorted({ findings }: Reconciliation): SortedFindings {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  const isOpen = ({ acknowledged }: Finding) => !acknowledged
  return {
    violated: errors.filter(({ status }) => status === 'violated'),
    incomplete: errors.filter(({ status }) => status === 'incomplete'),
    warnings: [...warnings.filter(isOpen), ...warnings.filter((finding) => !isOpen(finding))],
  }
}

/**
 * Tells a finding about an identity from the others of a report, whatever its values are: its own
 * key changes with every stroke, and all that is drawn of it would be drawn anew.
 */
export const identityKey = ({ rule, cells }: Finding): string =>
  [rule, ...cells.map(cellPath)].join()

/** Cells that nobody has written anything in, not even something wrong. */
export const untouchedCells = (sheet: Sheet): CellRef[] =>
  blankCellsOf(sheet.format, sheet.tables()).filter((cell) => sheet.valueOf(cell) === null)

/** What the tab of the tables shows beside its label: the gravest only. */
export function tablesMark(sheet: Sheet, { violated }: Reconciliation): TabMark | undefined {
  const wrong = sheet.wrongEntries().length
  if (wrong > 0) return { kind: 'violated', text: `${wrong} 格有误` }
  if (violated > 0) return { kind: 'violated', text: `${violated} 处不符` }
  const blank = untouchedCells(sheet).length
  return blank > 0 ? { kind: 'incomplete', text: `${blank} 格未填` } : undefined
}

/** The same for the tab of the text: what has yet to be mended or explained there. */
export function narrativeMark({ findings }: Reconciliation): TabMark | undefined {
  const open = findings.filter(
    ({ rule, acknowledged }) => /^(narrative|channels)\./.test(rule) && !acknowledged,
  ).length
  return open > 0 ? { kind: 'warning', text: `${open} 条提示` } : undefined
}

/** The whole in a sentence, for those who hear it. */
export function summaryOf(sheet: Sheet, { status, violated }: Reconciliation): string {
  const wrong = sheet.wrongEntries().length
  if (wrong > 0) return `${wrong} 格的内容有误`
  if (status === 'violated') return `${violated} 处勾稽不符`
  return status === 'balanced' ? '勾稽平衡' : `尚有 ${untouchedCells(sheet).length} 格未填`
}
