'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { Finding } from '../../reconciliation/types.ts'
import type { Sheet } from '../../sheet/Sheet.ts'
import { FindingItem } from './FindingItem.tsx'
import { goToCell } from './place.ts'
import { identityKey, untouchedCells } from './words.ts'

/** What waits for blank cells: one can go from blank to blank without reading it. */
export function Incomplete({ sheet, findings }: { sheet: Sheet; findings: readonly Finding[] }) {
  const [open, setOpen] = useState(false)
  const untouched = untouchedCells(sheet)
  const [first] = untouched
  return (
    <section>
      <div className="gongkai-reconciliation__line">
        <h4>{untouched.length > 0 ? `尚有 ${untouched.length} 格未填` : '尚有未填完的'}</h4>
        {first && (
          <Button
            size="small"
            margin={false}
            buttonStyle="secondary"
            onClick={() => goToCell(first)}
          >
            转到第一处空白
          </Button>
        )}
      </div>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>逐条查看（{findings.length} 处）</summary>
        {open && (
          <ul>
            {findings.map((finding) => (
              <li key={identityKey(finding)}>
                <FindingItem format={sheet.format} finding={finding} />
              </li>
            ))}
          </ul>
        )}
      </details>
    </section>
  )
}
