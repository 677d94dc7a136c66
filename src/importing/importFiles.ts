import { createLocalReq, type Payload } from 'payload'
import { openWarnings } from '../reconciliation/index.ts'
import type { Reconciliation } from '../reconciliation/types.ts'
import { publish } from '../workflow/publish.ts'
import { importReport, type Imported, type ImportOptions } from './importReport.ts'
import type { Unread } from './types.ts'

/** What became of one file of the import command. */
export interface FileResult {
  file: string
  ok: boolean
  /** One line, Chinese: what was read and what does not reconcile, or why it failed. */
  summary: string
  report?: { id: string; title: string; year: number; format: string; stage: string }
  reconciliation?: Reconciliation
  unread?: Unread[]
}

export interface FileOptions extends Omit<ImportOptions, 'file' | 'asSystem'> {
  publish?: boolean
}

/** Imports one file by command; whatever goes wrong is in the result, not thrown. */
export async function importFile(
  payload: Payload,
  file: { name: string; read: () => Promise<Uint8Array> },
  { publish: andPublish, ...options }: FileOptions,
): Promise<FileResult> {
  let imported: Imported
  try {
    const data = await file.read()
    const req = await createLocalReq({}, payload)
    imported = await importReport(req, {
      ...options,
      file: { name: file.name, data },
      asSystem: true,
    })
  } catch (error) {
    return { file: file.name, ok: false, summary: `未导入：${messageOf(error)}` }
  }
  const summary = summaryOf(imported)
  if (!andPublish) return resultOf(file.name, true, summary, imported)
  try {
    const req = await createLocalReq({}, payload)
    const { revision } = await publish(req, imported.report.id)
    const published = { ...imported, report: { ...imported.report, stage: 'published' as const } }
    return resultOf(file.name, true, `${summary}；已发布第 ${revision} 版`, published)
  } catch (error) {
    return resultOf(file.name, false, `${summary}；未发布：${messageOf(error)}`, imported)
  }
}

function resultOf(
  file: string,
  ok: boolean,
  summary: string,
  { report, reconciliation, unread }: Imported,
): FileResult {
  const { id, title, year, format, stage } = report
  return {
    file,
    ok,
    summary,
    report: { id, title: title ?? '', year, format: format ?? '', stage },
    reconciliation,
    unread,
  }
}

const statusLabels = { balanced: '勾稽平衡', incomplete: '未填完', violated: '勾稽不符（暂存）' }

function summaryOf({ report, cells, reconciliation, unread }: Imported): string {
  const parts = [
    `${report.title}（${report.format}年格式，读出 ${cells.read}/${cells.of} 格），${statusLabels[reconciliation.status]}`,
  ]
  const errors = reconciliation.findings.filter(({ severity }) => severity === 'error')
  for (const findings of [errors, openWarnings(reconciliation)]) {
    if (findings[0]) parts.push(`${findings.length} 处：${findings[0].message}`)
  }
  if (unread.length > 0) parts.push(`未能归位 ${unread.length} 处`)
  return parts.join('；')
}

function messageOf(error: unknown): string {
  const { code, message } = error as Partial<NodeJS.ErrnoException>
  if (code === 'ENOENT') return '没有这个文件'
  if (code === 'EISDIR') return '这是一个文件夹'
  return message ?? String(error)
}
