import { blankTables } from '../../formats/cells.ts'
import { formatOf, tableKeys } from '../../formats/index.ts'
import type { TableKey, TablesData } from '../../formats/types.ts'
import { filledIn, isSameTable, replacedCells, tablesAfter } from '../../importing/outcome.ts'
import type { ImportPreview } from '../../importing/previewImport.ts'
import { isNothing, type Selection } from '../../importing/selection.ts'
import { reconcile } from '../../reconciliation/index.ts'

/** What a person decides before an import, and what it comes to. Pure. */
export interface Choice {
  /** Id of an organ; empty while none is chosen. */
  organization: string
  year: string
  take: Selection
  /** Whether to replace parts of the report that is there. */
  replace: boolean
  /** Why numbers that do not add up are kept. */
  hold: string
}

/** @returns all that the file gives and that fits the report that is there */
export function firstChoice(preview: ImportPreview): Choice {
  const { read, organization, existing } = preview
  return {
    organization: organization?.id ?? '',
    year: read.year === undefined ? '' : String(read.year),
    take: offered(preview),
    replace: false,
    hold: existing?.holdReason ?? '',
  }
}

/** The parts that can be taken at all. */
export function offered({ read, existing }: ImportPreview): Selection {
  const { preamble, period, contact, signedOn, channels, disclosureFigures } = read
  return {
    tables: tableKeys.filter(
      (table) => filledIn(read.tables, table) > 0 && fits(read.format, existing, table),
    ),
    sections: read.sections
      .filter(({ paragraphs, children }) => paragraphs.length > 0 || children.length > 0)
      .map(({ key }) => key),
    channels: channels.length > 0 || disclosureFigures.total !== null,
    about: preamble.length > 0 || Boolean(period ?? contact ?? signedOn),
  }
}

export const fits = (
  format: string,
  existing: ImportPreview['existing'],
  table: TableKey,
): boolean => !existing || isSameTable(formatOf(existing.format), formatOf(format), table)

/** @returns the choice without what is not offered any more */
export function within(take: Selection, limits: Selection): Selection {
  return {
    tables: take.tables.filter((table) => limits.tables.includes(table)),
    sections: take.sections.filter((section) => limits.sections.includes(section)),
    channels: take.channels && limits.channels,
    about: take.about && limits.about,
  }
}

/** The tables of the report as they will be. */
export function outcomeOf({ read, existing }: ImportPreview, { tables }: Selection): TablesData {
  const before = existing?.tables ?? blankTables(formatOf(read.format))
  return tablesAfter(before, read.tables, tables)
}

/** Whether the numbers will not add up, so that a reason is needed to keep them. */
export function needsHold(preview: ImportPreview, take: Selection): boolean {
  if (take.tables.length === 0) return false
  const format = formatOf(preview.existing?.format ?? preview.read.format)
  return reconcile({ format, tables: outcomeOf(preview, take) }).status === 'violated'
}

/** @returns what of the report that is there will be replaced, a phrase each */
export function replacements({ read, existing }: ImportPreview, take: Selection): string[] {
  if (!existing) return []
  const format = formatOf(existing.format)
  const tables = take.tables.flatMap((table) => {
    const { length } = replacedCells(existing.tables, read.tables, table)
    return length > 0 ? [`${format.tables[table].label} ${length} 格已填的数字`] : []
  })
  const sections = format.sections
    .filter(({ key }) => take.sections.includes(key) && existing.sections.includes(key))
    .map(({ heading }) => `“${heading}”的正文和小节`)
  return [
    ...tables,
    ...sections,
    ...(take.channels && existing.channels ? ['公开渠道和公开数量'] : []),
    ...(take.about && existing.about ? ['引言、统计期限、联系方式和落款日期'] : []),
  ]
}

/** @returns what is still missing before the import, in Chinese */
export function missingIn(preview: ImportPreview, choice: Choice): string | undefined {
  const { existing } = preview
  if (choice.organization === '') return '请选择机关。'
  if (!/^\d{4}$/.test(choice.year)) return '请填写四位数字的报告年度。'
  if (isNothing(choice.take)) return '请至少选择要采用的一部分内容。'
  if (existing && !existing.editable) return '这一年度已有报告，它现在的阶段不能导入。'
  if (existing && !choice.replace) return '这一年度已有报告，请先在上面确认并入这份报告。'
  if (choice.hold.trim() === '' && needsHold(preview, choice.take)) {
    return '数字勾稽不符，请填写暂存的原因，或不选有问题的表格。'
  }
  return undefined
}
