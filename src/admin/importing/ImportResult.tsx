'use client'
import { Button, Link } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { formatOf } from '../../formats/index.ts'
import { filledIn } from '../../importing/outcome.ts'
import type { ImportPreview } from '../../importing/previewImport.ts'
import type { Selection } from '../../importing/selection.ts'
import type { Unread } from '../../importing/types.ts'
import type { Report } from '../../payload-types.ts'
import type { Reconciliation } from '../../reconciliation/types.ts'
import { Findings } from '../overview/Findings.tsx'
import { Standing } from '../overview/Standing.tsx'
import { Warnings } from '../overview/Warnings.tsx'
import '../overview/overview.css'
import { UnreadList } from './UnreadList.tsx'
import type { Step } from './useImport.ts'

/** What `POST /api/reports/import` answers. */
export interface Imported {
  report: Report
  reconciliation: Reconciliation
  unread: Unread[]
}

interface Props {
  /** Where the admin lives, such as `/admin`. */
  admin: string
  step: Extract<Step, { name: 'done' }>
  onClose: () => void
}

/** What became of an import: the report, what was taken, how it stands, and what found no place. */
export function ImportResult({ admin, step, onClose }: Props) {
  const { preview, choice, imported } = step
  const { report, reconciliation, unread } = imported
  const result = useRef<HTMLElement>(null)
  // The form that had the focus is gone.
  useEffect(() => {
    result.current?.focus({ preventScroll: true })
    result.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <section ref={result} tabIndex={-1} className="gongkai-read" aria-label="导入结果">
      <h2>导入结果</h2>
      <p role="status">
        {preview.existing ? '已并入：' : '已导入：'}
        <Link href={`${admin}/collections/reports/${report.id}`}>{report.title}</Link>
      </p>
      <p>采用了{takenOf(preview, choice.take).join('、')}。</p>
      <h3>报告的核对结果</h3>
      <Standing reconciliation={reconciliation} />
      <Findings reconciliation={reconciliation} />
      <Warnings findings={reconciliation.findings} />
      <UnreadList unread={unread} />
      <div>
        <Button size="small" margin={false} buttonStyle="secondary" onClick={onClose}>
          关闭
        </Button>
      </div>
    </section>
  )
}

function takenOf({ read }: ImportPreview, take: Selection): string[] {
  const { tables } = formatOf(read.format)
  return [
    ...take.tables.map((key) => `${tables[key].label}（${filledIn(read.tables, key)} 格）`),
    ...(take.sections.length > 0 ? [`${take.sections.length} 个部分的正文`] : []),
    ...(take.channels ? ['公开渠道和公开数量'] : []),
    ...(take.about ? ['引言等基本信息'] : []),
  ]
}
