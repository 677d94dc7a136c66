'use client'
import { useState } from 'react'
import { cellPath } from '../../formats/labels.ts'
import type { CellRef, Format } from '../../formats/types.ts'
import type { Finding } from '../../reconciliation/types.ts'
import { cellList } from '../../reconciliation/wording.ts'
import { goTo } from '../desk/navigation.ts'
import { goToCell, placeOf } from './place.ts'

interface Props {
  format: Format
  finding: Finding
}

/** A finding in the engine's words, which lead to where it is, and the cells that it rests on. */
export function FindingItem({ format, finding }: Props) {
  const { message, passage, cells } = finding
  return (
    <div className="gongkai-finding">
      <button
        type="button"
        className="gongkai-finding__message"
        onClick={() => goTo(placeOf(finding))}
      >
        {message}
      </button>
      {passage && <q className="gongkai-finding__quote">{passage.quote}</q>}
      {(passage ? cells.length > 0 : cells.length > 1) && <Cells format={format} cells={cells} />}
    </div>
  )
}

/** The links are there when they are asked for: a report with many blanks has hundreds of them. */
function Cells({ format, cells }: { format: Format; cells: readonly CellRef[] }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>涉及 {cells.length} 格</summary>
      {open && (
        <ul className="gongkai-finding__cells">
          {cells.map((cell) => (
            <li key={cellPath(cell)}>
              <button type="button" className="gongkai-link" onClick={() => goToCell(cell)}>
                {cellList(format, [cell])}
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
