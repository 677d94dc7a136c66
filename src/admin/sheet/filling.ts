import type { CellChange } from '../../sheet/Sheet.ts'
import { fillTotals } from '../../sheet/fillTotals.ts'
import { fillZeros } from '../../sheet/fillZeros.ts'
import type { Scope } from '../../sheet/sums.ts'
import type { SheetView } from './SheetView.ts'

/** 其余填零: says how many were filled, and how many could not be without failing a rule. */
export function fillWithZeros(view: SheetView, scope: Scope): void {
  view.endEdit()
  const edit = fillZeros(view.sheet, scope)
  const left = blanksIn(view, scope) - edit.changes.length
  const rest = left > 0 ? `；另有 ${left} 格填零后勾稽不成立，请按实际填写` : ''
  view.apply(
    edit,
    edit.changes.length > 0
      ? `已填 ${edit.changes.length} 格${rest}`
      : `没有可以填零的空白单元格${rest}`,
  )
}

const blanksIn = ({ places, sheet }: SheetView, scope: Scope): number =>
  [...places.cells.values()].filter(
    ({ cell }) => (scope === 'all' || cell.table === scope) && sheet.valueOf(cell) === null,
  ).length

/** 合计自动填充: fills the blank totals; what would change an entry is asked first. */
export function fillWithTotals(view: SheetView, scope: Scope): void {
  view.endEdit()
  const { edit, offers } = fillTotals(view.sheet, scope)
  const said = [
    ...(edit.changes.length > 0 ? [`已填 ${edit.changes.length} 格合计`] : []),
    ...(offers.length > 0 ? [`${offers.length} 格待确认`] : []),
  ]
  view.apply(edit, said.join('；') || '没有可以自动填充的合计')
  if (offers.length > 0) view.offers.set(offers)
}

/** Takes the offers that a person has chosen, as one step. */
export function takeOffers(view: SheetView, changes: readonly CellChange[]): void {
  view.apply({ label: '合计自动填充', changes }, `已改 ${changes.length} 格`)
}
