'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import type { CellRef } from '../../formats/types.ts'
import { Findings } from '../overview/Findings.tsx'
import { Standing } from '../overview/Standing.tsx'
import { Warnings } from '../overview/Warnings.tsx'
import '../overview/overview.css'
import { needsHold, type Choice } from './choice.ts'
import { Existing } from './Existing.tsx'
import { Hold } from './Hold.tsx'
import { Place } from './Place.tsx'
import { Problem } from './Problem.tsx'
import { ReadParts } from './ReadParts.tsx'
import { showCell } from './ReadTable.tsx'
import { UnreadList } from './UnreadList.tsx'
import type { Step } from './useImport.ts'

interface Props {
  step: Extract<Step, { name: 'choosing' }>
  problem: string | undefined
  onChange: (choice: Choice) => void
  onStore: () => void
  onCancel: () => void
}

/** What was read of a file beside what is wrong with it, and what to take of it. */
export function ImportChoice({ step, problem, onChange, onStore, onCancel }: Props) {
  const { file, preview, choice, busy } = step
  const { reconciliation, unread, existing } = preview
  const heading = useRef<HTMLHeadingElement>(null)
  const [shown, setShown] = useState<CellRef>()
  useEffect(() => heading.current?.focus(), [])
  // The table with the cell may have to be opened first.
  useEffect(() => showCell(shown), [shown])
  const change = (part: Partial<Choice>) => onChange({ ...choice, ...part })

  return (
    <section className="gongkai-read" aria-label="读取结果" aria-busy={busy !== undefined}>
      <h2 ref={heading} tabIndex={-1}>
        读取结果：{file.name}
      </h2>
      <p>以下内容还没有保存。请核对，选定要采用的部分，再导入。</p>
      <Place preview={preview} choice={choice} onChange={change} />
      {existing && <Existing preview={preview} choice={choice} onChange={change} />}
      <div className="gongkai-read__columns">
        <section
          className="gongkai-read__findings"
          aria-label="文件中的数字的勾稽情况"
          tabIndex={0}
        >
          <h3>核对结果（文件中的数字）</h3>
          <Standing reconciliation={reconciliation} />
          <Findings
            reconciliation={reconciliation}
            onShow={({ cells: [cell] }) => setShown(cell && { ...cell })}
          />
          <Warnings findings={reconciliation.findings} />
          <UnreadList unread={unread} />
        </section>
        <ReadParts preview={preview} take={choice.take} onChange={(take) => change({ take })} />
      </div>
      {needsHold(preview, choice.take) && <Hold choice={choice} onChange={change} />}
      <Problem message={problem} />
      <div className="gongkai-import__bar">
        {/* Not disabled while busy: it would lose the focus. Pressed again, it does nothing. */}
        <Button size="small" margin={false} onClick={onStore}>
          {labelOf(busy, existing !== null)}
        </Button>
        <Button
          size="small"
          margin={false}
          buttonStyle="secondary"
          disabled={busy === 'storing'}
          onClick={onCancel}
        >
          取消
        </Button>
      </div>
    </section>
  )
}

function labelOf(busy: 'reading' | 'storing' | undefined, into: boolean): string {
  if (busy === 'storing') return '正在导入…'
  if (busy === 'reading') return '正在重新读取…'
  return into ? '并入已有的报告' : '导入为新报告'
}
