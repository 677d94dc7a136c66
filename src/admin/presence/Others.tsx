'use client'
import { formatClock } from '../time.ts'
import { usePresence } from './usePresence.ts'
import './others.css'

/** Who else has the report open. They may all go on: what is changed differently is merged. */
export function Others({ report }: { report: string }) {
  const others = usePresence(report)
  return (
    <p role="status" className="gongkai-others">
      {others.length > 0 && (
        <>
          {others.map(({ name, since }) => `${name}（${formatClock(since)} 起）`).join('、')}
          也打开了本报告；各自修改，保存时合并
        </>
      )}
    </p>
  )
}
