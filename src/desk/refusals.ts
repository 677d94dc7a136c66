import { APIError, ValidationError, type PayloadRequest } from 'payload'
import { cellLabel, cellPath } from '../formats/labels.ts'
import type { Format } from '../formats/types.ts'
import type { Reconciliation } from '../reconciliation/types.ts'
import { stageLabel, type Stage } from './stages.ts'

export interface Problem {
  /** Dotted path of what is wrong, such as `tables.applications.received.total`. */
  path: string
  /** Chinese. */
  message: string
}

/**
 * Input that is refused, 400, with every problem by name. It is a ValidationError so that the admin
 * marks the fields, but its message is the problems themselves and not only their paths.
 */
export class Refused extends ValidationError {
  constructor(
    req: PayloadRequest,
    collection: string,
    problems: Problem[],
    extra: Record<string, unknown> = {},
  ) {
    const results = { collection, errors: problems, ...extra }
    super(results, req.t)
    this.name = 'ValidationError'
    this.message = summary(problems)
  }
}

const summary = (problems: Problem[]) => {
  const shown = problems.slice(0, 3).map(({ message }) => message)
  const more = problems.length - shown.length
  return shown.join('；') + (more > 0 ? `；另有 ${more} 处` : '')
}

/** Tables whose identities do not hold, without a hold. */
export function refuseViolated(
  req: PayloadRequest,
  format: Format,
  reconciliation: Reconciliation,
): Refused {
  const violated = reconciliation.findings.filter(
    ({ status, severity }) => status === 'violated' && severity === 'error',
  )
  const { diagnosis } = reconciliation
  const repair = diagnosis?.unique ? diagnosis.repairs[0] : undefined
  const problems: Problem[] = violated.flatMap((finding) => {
    const [cell] = finding.cells
    return cell ? [{ path: cellPath(cell), message: finding.message }] : []
  })
  for (const { cell, actual, suggested } of repair?.changes ?? []) {
    // The cell that is likeliest wrong comes first, above the identities that it breaks.
    problems.unshift({
      path: cellPath(cell),
      message: `${cellLabel(format, cell)}应为 ${suggested}，实际为 ${actual}`,
    })
  }
  return new Refused(req, 'table-rows', problems, {
    findings: reconciliation.findings,
    diagnosis,
  })
}

/** Somebody else saved in between: 409, nothing was stored. */
export class RevisionConflict extends APIError<{ revision: number }> {
  constructor(given: number, current: number) {
    super(
      `报告已被他人保存过：您依据的是修订号 ${given}，现在是 ${current}。请取得最新内容后再保存`,
      409,
      { revision: current },
      true,
    )
    this.name = 'RevisionConflict'
  }
}

/** What was asked for does not fit the stage that the report is in: 409. */
export class WrongStage extends APIError<{ stage: Stage }> {
  constructor(stage: Stage, wanted: string) {
    super(`报告现为“${stageLabel(stage)}”，不能${wanted}`, 409, { stage }, true)
    this.name = 'WrongStage'
  }
}

/** What is being saved was read before somebody else saved it: 409, nothing was stored. */
export class StaleSave extends APIError<{ updatedAt: string }> {
  constructor(updatedAt: string) {
    super('内容已被他人保存过，没有覆盖。请取得最新内容、合并后再保存', 409, { updatedAt }, true)
    this.name = 'StaleSave'
  }
}
