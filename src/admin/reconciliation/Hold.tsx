'use client'
import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import type { ReportDesk } from '../desk/reportDesk.ts'
import { ReasonForm } from '../overview/ReasonForm.tsx'
import { saveHeld } from '../saving/tablesSaving.ts'

interface Props {
  desk: ReportDesk
  onDone: () => void
}

/** Paper often does not add up: the numbers are kept as they are, with the reason. */
export function Hold({ desk, onDone }: Props) {
  const [open, setOpen] = useState(false)
  if (!open) {
    return (
      <Button size="small" margin={false} buttonStyle="secondary" onClick={() => setOpen(true)}>
        暂存（保留差异）
      </Button>
    )
  }
  const hold = async (reason: string) => {
    await saveHeld(desk, reason)
    setOpen(false)
    toast.success('已暂存，差异保留')
    onDone()
  }
  return (
    <ReasonForm
      label="暂存的原因"
      hint="数字按现在的样子保存，报告标为“勾稽不符”；差异消除之前不能送审和发布。"
      required
      confirmLabel="暂存"
      onConfirm={hold}
      onCancel={() => setOpen(false)}
    />
  )
}
