import { cellPath } from '../../formats/labels.ts'
import type { Finding, Reconciliation } from '../../reconciliation/types.ts'

/** How a cell takes part in what does not reconcile. */
export interface CellMark {
  /** The weightiest: where the repair is suggested, then a failed identity, then a warning. */
  readonly kind: 'repair' | 'violated' | 'warning'
  /** Such as 建议 5; only with a suggested repair. */
  readonly badge?: string | undefined
  /** Chinese, what the panel says too. */
  readonly messages: readonly string[]
}

const suggestedAtMost = 5

/** @returns by path, the cells of everything that does not hold and nobody has explained */
export function marksOf({ findings, diagnosis }: Reconciliation): ReadonlyMap<string, CellMark> {
  const marks = new Map<string, CellMark>()
  for (const finding of findings.filter(isOpen)) {
    for (const cell of finding.cells) {
      const path = cellPath(cell)
      const { kind = kindOf(finding), messages = [] } = marks.get(path) ?? {}
      marks.set(path, { kind, messages: [...messages, finding.message] })
    }
  }
  for (const { changes, message } of diagnosis?.repairs.slice(0, suggestedAtMost) ?? []) {
    for (const { cell, suggested } of changes) {
      const known = marks.get(cellPath(cell))
      if (known?.badge) continue
      const badge = `${diagnosis?.unique ? '建议' : '可能'} ${suggested}`
      const messages = [
        ...(known?.messages ?? []),
        `${diagnosis?.unique ? '建议' : '可能'}：${message}`,
      ]
      marks.set(cellPath(cell), { kind: 'repair', badge, messages })
    }
  }
  return marks
}

const isOpen = ({ status, acknowledged }: Finding): boolean =>
  status === 'violated' && acknowledged === undefined

/** Errors come before warnings in the list. */
const kindOf = ({ severity }: Finding): CellMark['kind'] =>
  severity === 'error' ? 'violated' : 'warning'
