import { cellLabel, cellPath } from '../../formats/labels.ts'
import type { CellRef, Format, TablesData } from '../../formats/types.ts'
import { cellRefsOf } from '../../formats/cells.ts'
import { valueIn, type Conflict } from '../../sheet/changedCells.ts'
import type { TypedCell } from '../../sheet/typedCell.ts'
import type { Disagreement } from './merging.ts'

/** A save of the tables by somebody, as the audit has it. */
export interface RecordedSave {
  readonly by: string
  readonly at: string
  readonly cells: readonly CellRef[]
}

/** Blank and zero are different things. */
export const cellText = (value: TypedCell): string => {
  if (value === null) return '（空）'
  return typeof value === 'string' ? `“${value}”` : String(value)
}

/** @param saves newest first */
export const disagreementOn =
  (format: Format, saves: readonly RecordedSave[]) =>
  ({ cell, base, mine, theirs }: Conflict): Disagreement => {
    const save = saves.find(({ cells }) => cells.some((one) => cellPath(one) === cellPath(cell)))
    return {
      key: cellPath(cell),
      label: cellLabel(format, cell),
      before: cellText(base),
      mine: cellText(mine),
      theirs: cellText(theirs),
      ...(save && { by: { name: save.by, at: save.at } }),
    }
  }

export const cellsBetween = (format: Format, one: TablesData, other: TablesData): CellRef[] =>
  cellRefsOf(format).filter((cell) => valueIn(one, cell) !== valueIn(other, cell))

/** Such as 已合并王晓编保存的 3 格. */
export function mergedWords(cells: number, saves: readonly RecordedSave[]): string {
  const names = [...new Set(saves.map(({ by }) => by))]
  return `已合并${names.length > 0 ? names.join('、') : '他人'}保存的 ${cells} 格`
}
