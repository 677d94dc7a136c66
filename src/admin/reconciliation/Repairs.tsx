'use client'
import { Button } from '@payloadcms/ui'
import type { Diagnosis, Repair } from '../../reconciliation/types.ts'
import type { Sheet } from '../../sheet/Sheet.ts'

interface Props {
  diagnosis: Diagnosis
  sheet: Sheet
  /** Not given to those who may not edit: they read the suggestions. */
  mayEdit: boolean
  onAccepted: () => void
}

const shownAtMost = 5

/** Suggestions only: an entered value is changed by a click, and the click can be undone. */
export function Repairs({ diagnosis: { repairs, unique }, sheet, mayEdit, onAccepted }: Props) {
  if (repairs.length === 0) return null
  const accept = ({ changes }: Repair) => {
    sheet.apply({
      label: '采纳建议',
      changes: changes.map(({ cell, suggested }) => ({ cell, value: suggested })),
    })
    onAccepted()
  }
  return (
    <div className="gongkai-repairs">
      <strong>{unique ? '最可能的改法：' : '可能的改法，任选其一，请与原件核对：'}</strong>
      <ul>
        {repairs.slice(0, shownAtMost).map((repair, index) => (
          <li key={index}>
            {mayEdit ? (
              <Button
                size="small"
                margin={false}
                buttonStyle={unique ? 'primary' : 'secondary'}
                onClick={() => accept(repair)}
              >
                {repair.message}
              </Button>
            ) : (
              repair.message
            )}
          </li>
        ))}
      </ul>
      {repairs.length > shownAtMost && <p>另有 {repairs.length - shownAtMost} 种改法</p>}
    </div>
  )
}
