'use client'
import { Link } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import type { Unread } from '../../importing/types.ts'
import type { Report } from '../../payload-types.ts'
import type { Reconciliation } from '../../reconciliation/types.ts'
import { Findings } from '../overview/Findings.tsx'
import { Standing } from '../overview/Standing.tsx'
import { Warnings } from '../overview/Warnings.tsx'
import '../overview/overview.css'

/** What `POST /api/reports/import` answers. */
export interface Imported {
  report: Report
  reconciliation: Reconciliation
  unread: Unread[]
}

/** What was read of a file, what does not reconcile, and what found no place. */
export function ImportResult({ admin, imported }: { admin: string; imported: Imported }) {
  const { report, reconciliation, unread } = imported
  const result = useRef<HTMLElement>(null)
  // The form that had the focus is gone.
  useEffect(() => result.current?.focus(), [])
  return (
    <section ref={result} tabIndex={-1} className="gongkai-overview" aria-label="导入结果">
      <p role="status">
        已导入：
        <Link href={`${admin}/collections/reports/${report.id}`}>{report.title}</Link>
      </p>
      <Standing reconciliation={reconciliation} />
      <Findings reconciliation={reconciliation} />
      <Warnings findings={reconciliation.findings} />
      <UnreadList unread={unread} />
    </section>
  )
}

function UnreadList({ unread }: { unread: Unread[] }) {
  if (unread.length === 0) return <p>文件内容已全部读入。</p>
  return (
    <details className="gongkai-findings" open>
      <summary>有 {unread.length} 处没有读入，请对照原件核对</summary>
      <ul>
        {unread.map(({ line, text, reason }, index) => (
          <li key={index}>
            {line !== undefined && `第 ${line} 行：`}
            {reason}
            <br />
            <q>{text}</q>
          </li>
        ))}
      </ul>
    </details>
  )
}
