import type { DeskState } from '../../desk/deskState.ts'
import { formatOf } from '../../formats/index.ts'
import { reconcile } from '../../reconciliation/index.ts'
import type { Reconciliation, ReconciliationInput } from '../../reconciliation/types.ts'
import { Sheet, type SheetBase } from '../../sheet/Sheet.ts'
import { observable, type Observable } from './observable.ts'

/** What the rules look at beside the tables, with what is typed and not saved. */
export type Surroundings = Omit<ReconciliationInput, 'format' | 'tables'>

/** A report that is open: its tables as a sheet, and how they stand against the rules right now. */
export interface ReportDesk {
  readonly report: string
  readonly sheet: Sheet
  readonly stage: Observable<DeskState['stage']>
  readonly surroundings: Observable<Surroundings>
  readonly reconciliation: Observable<Reconciliation>
  /** Keys of the findings on what is saved: only those can be explained. */
  readonly savedFindings: Observable<ReadonlySet<string>>
  /**
   * What the server has when somebody else saved while there are unsaved cells here: to be merged
   * before the next save, never overwritten.
   */
  readonly theirs: Observable<SheetBase | undefined>
}

/** Opens a report as the server has it. */
export function openReportDesk(report: string, state: DeskState): ReportDesk {
  const format = formatOf(state.format)
  const sheet = new Sheet(format, baseOf(state))
  const surroundings = observable(surroundingsOf(state))
  const check = () => reconcile({ ...surroundings.get(), format, tables: sheet.tables() })
  const reconciliation = observable(check())
  const checkSoon = inPauses(() => reconciliation.set(check()))
  sheet.subscribe(checkSoon)
  surroundings.subscribe(checkSoon)
  return {
    report,
    sheet,
    stage: observable(state.stage),
    surroundings,
    reconciliation,
    savedFindings: observable(findingsOn(state)),
    theirs: observable<SheetBase | undefined>(undefined),
  }
}

/** Takes over what the server has now. Unsaved cells stay, and are not put over newer ones. */
export function refreshReportDesk(desk: ReportDesk, state: DeskState): void {
  const { sheet, theirs, stage, surroundings, savedFindings } = desk
  // An answer that a save has overtaken says nothing any more.
  if (state.revision < sheet.base.revision) return
  stage.set(state.stage)
  surroundings.set({ ...surroundings.get(), ...surroundingsOf(state) })
  savedFindings.set(findingsOn(state))
  const base = baseOf(state)
  if (state.revision !== sheet.base.revision && sheet.isDirty()) theirs.set(base)
  else sheet.rebase(base)
}

function findingsOn(state: DeskState): ReadonlySet<string> {
  const { tables } = state
  const input = { ...surroundingsOf(state), format: formatOf(state.format), tables }
  return new Set(reconcile(input).findings.map(({ key }) => key))
}

const baseOf = ({ revision, tables }: DeskState): SheetBase => ({ revision, tables })

function surroundingsOf({ lastYear, ...state }: DeskState): Surroundings {
  const { year, disclosureFigures, acknowledgements, narrative } = state
  return {
    year,
    disclosureFigures,
    acknowledgements,
    narrative,
    lastYear: lastYear && { ...lastYear, format: formatOf(lastYear.format) },
  }
}

const pauseMs = 150

/**
 * Runs once typing pauses, however often it is asked for: what the rules say of half a number helps
 * nobody, and drawing it would hold up the next stroke.
 */
function inPauses(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(timer)
    timer = setTimeout(run, pauseMs)
  }
}
