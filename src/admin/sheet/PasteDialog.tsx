import { useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { cellPath } from '../../formats/labels.ts'
import { editOf, planPaste, type PastePlan, type Placement } from '../../sheet/planPaste.ts'
import { Dialog } from '../dialog/Dialog.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import type { Pasting, SheetView } from './SheetView.ts'

interface Props {
  view: SheetView
  pasting: Pasting
}

type Blanks = 'clear' | 'keep'

/** Shows where a copied block would go, before anything is changed. */
export function PasteDialog({ view, pasting: { block, at } }: Props) {
  const [blanks, setBlanks] = useState<Blanks>('clear')
  const plan = useMemo(
    () => planPaste(view.sheet, block, at, { blanks }),
    [view, block, at, blanks],
  )
  // Counted as if blanks cleared: else the choice would go with being made.
  const overFilled = plan.blanksOverFilled.length
  const changed = plan.placements.filter(({ changes }) => changes).length
  // At once: no cell takes the focus while the question is open.
  const close = () => flushSync(() => view.pasting.set(undefined))
  const accept = () => {
    close()
    view.apply(editOf(plan), `已粘贴，改动 ${changed} 格；可以撤销`)
    const [first] = plan.placements
    if (first) view.moveTo(first.cell)
  }
  return (
    <Dialog
      title="粘贴预览"
      acceptLabel={`粘贴（改动 ${changed} 格）`}
      isRefused={changed === 0}
      onAccept={accept}
      onCancel={close}
    >
      <p>{plan.summary}。</p>
      <Counts plan={plan} />
      {overFilled > 0 && <BlanksChoice count={overFilled} blanks={blanks} onChoose={setBlanks} />}
      <Wrong plan={plan} />
      <Ignored plan={plan} />
      <PlacedTables view={view} plan={plan} />
    </Dialog>
  )
}

const isOverwriting = ({ changes, before, value }: Placement) =>
  changes && before !== null && value !== null

/** What the colours and signs of the tables below mean, and how many there are of each. */
function Counts({ plan: { placements, wrong } }: { plan: PastePlan }) {
  const count = (is: (placement: Placement) => boolean) => placements.filter(is).length
  const counts = [
    ['new', '填入', count(({ changes, before }) => changes && before === null)],
    ['overwritten', '改写', count(isOverwriting)],
    ['cleared', '清空', count(({ changes, value }) => changes && value === null)],
    ['same', '不变', count(({ changes }) => !changes)],
    ['wrong', '有误', wrong.length],
  ] as const
  return (
    <ul className="gongkai-paste__counts">
      {counts
        .filter(([, , number]) => number > 0)
        .map(([kind, label, number]) => (
          <li key={kind} data-kind={kind}>
            {label} {number} 格
          </li>
        ))}
    </ul>
  )
}

function BlanksChoice({
  count,
  blanks,
  onChoose,
}: {
  count: number
  blanks: Blanks
  onChoose: (blanks: Blanks) => void
}) {
  const choices = [
    ['clear', '视为未填'],
    ['keep', '保留原值'],
  ] as const
  return (
    <fieldset className="gongkai-paste__blanks">
      <legend>粘贴的内容里有 {count} 处空白，对应的单元格已经填写。空白：</legend>
      {choices.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name="gongkai-paste-blanks"
            checked={blanks === value}
            onChange={() => onChoose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

function Wrong({ plan: { wrong } }: { plan: PastePlan }) {
  if (wrong.length === 0) return null
  return (
    <section className="gongkai-paste__wrong">
      <h3>不是有效数值（照原样填入并标出，请改正）</h3>
      <ul>
        {wrong.map(({ cell, message }) => (
          <li key={cellPath(cell)}>{message}</li>
        ))}
      </ul>
    </section>
  )
}

function Ignored({ plan: { ignored } }: { plan: PastePlan }) {
  if (ignored.length === 0) return null
  return (
    <details className="gongkai-paste__ignored">
      <summary>不填入的内容（{ignored.length}）</summary>
      <ul>
        {ignored.map(({ text, reason }, index) => (
          <li key={index}>
            “{text}”：{reason}
          </li>
        ))}
      </ul>
    </details>
  )
}

function PlacedTables({ view, plan: { placements, wrong } }: { view: SheetView; plan: PastePlan }) {
  const tables = [...new Set(placements.map(({ cell }) => cell.table))]
  const byPath = new Map(placements.map((placement) => [cellPath(placement.cell), placement]))
  const wrongPaths = new Set(wrong.map(({ cell }) => cellPath(cell)))
  return tables.map((table) => (
    <PreviewTable
      key={table}
      view={view}
      table={table}
      placements={byPath}
      wrongPaths={wrongPaths}
    />
  ))
}
