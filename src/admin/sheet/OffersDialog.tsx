import { useState } from 'react'
import { flushSync } from 'react-dom'
import { cellLabel, cellPath } from '../../formats/labels.ts'
import type { Offer } from '../../sheet/fillTotals.ts'
import { Dialog } from '../dialog/Dialog.tsx'
import { takeOffers } from './filling.ts'
import type { SheetView } from './SheetView.ts'

/** Totals that differ from what was entered: nothing is overwritten that was not chosen here. */
export function OffersDialog({ view, offers }: { view: SheetView; offers: readonly Offer[] }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(offers.filter(({ before }) => before === null).map(({ cell }) => cellPath(cell))),
  )
  // At once: no cell takes the focus while the question is open.
  const close = () => flushSync(() => view.offers.set(undefined))
  const choose = (path: string, isChosen: boolean) => {
    const others = [...chosen].filter((other) => other !== path)
    setChosen(new Set(isChosen ? [...others, path] : others))
  }
  const accept = () => {
    close()
    const taken = offers.filter(({ cell }) => chosen.has(cellPath(cell)))
    takeOffers(view, taken)
    const [first] = taken
    if (first) view.moveTo(first.cell)
  }
  return (
    <Dialog
      title="这些单元格请逐一确认"
      acceptLabel={`填入所选（${chosen.size} 格）`}
      isRefused={chosen.size === 0}
      onAccept={accept}
      onCancel={close}
    >
      <p>按勾稽关系算出的数与已填写的不同，或由其他数推得。只改勾选的，请与原件核对。</p>
      <ul className="gongkai-offers">
        {offers.map(({ cell, before, value, reason }) => {
          const path = cellPath(cell)
          return (
            <li key={path}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.has(path)}
                  onChange={({ target }) => choose(path, target.checked)}
                />
                <span>
                  {cellLabel(view.sheet.format, cell)}：
                  {before === null ? '未填' : <del>{before}</del>}
                  <span aria-hidden="true"> → </span>
                  <ins>{value}</ins>
                  <small>{reason}</small>
                </span>
              </label>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
