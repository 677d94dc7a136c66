import { blankTables } from '../../../src/formats/cells.ts'
import { formatOf } from '../../../src/formats/index.ts'
import type { Stage } from '../../../src/desk/stages.ts'
import type { TablesData } from '../../../src/formats/types.ts'
import type { Look, SeenReport } from './look.ts'
import { isSame } from './problemsIn.ts'

/** What was answered of a report: nothing of it may be lost. */
export interface Known {
  id: string
  format: '2019' | '2021'
  stage: Stage
  revision: number
  publishedRevision: number
  /** Whether a revision of it is current. */
  isPublic: boolean
  tables: TablesData
  preamble: string
  /** Texts of its sections; absent while unknown. */
  text?: string[]
}

/** What a request would make of a report, or of the reports there are. */
export type Effect = { report: string; after: Partial<Known> } | { importsFor: string }

export const blankReport = (id: string, format: Known['format']): Known => ({
  ...{ id, format, stage: 'drafting', revision: 0, publishedRevision: 0, isPublic: false },
  tables: blankTables(formatOf(format)),
  preamble: '',
})

/**
 * What the database must hold, told by the answers alone. One request may be under way: after a
 * kill it has been done as a whole, or not at all.
 */
export class Model {
  readonly reports = new Map<string, Known>()
  readonly #imported = new Set<string>()
  /** Of the file that is imported; from the first look at one. */
  importedText?: string[]
  readonly #importedTables: TablesData

  constructor(reports: readonly Known[], importedTables: TablesData) {
    for (const report of reports) this.reports.set(report.id, report)
    this.#importedTables = importedTables
  }

  accept(effect: Effect): void {
    if ('importsFor' in effect) this.#imported.add(effect.importsFor)
    else this.reports.set(effect.report, this.#after(effect))
  }

  /**
   * Compares, and takes over what became of the request that was under way.
   * @returns problems, and whether that request was done
   */
  settle(look: Look, underWay?: Effect): { problems: string[]; wasDone: boolean } {
    const problems: string[] = []
    let wasDone = false
    for (const known of [...this.reports.values()]) {
      const seen = look.reports.find(({ id }) => id === known.id)
      const isTouched = underWay && 'report' in underWay && underWay.report === known.id
      if (!seen) problems.push(`${known.id} is gone`)
      else if (isAsKnown(known, seen, look)) this.reports.set(known.id, noted(known, seen))
      else if (isTouched && isAsKnown(this.#after(underWay), seen, look)) {
        wasDone = true
        this.reports.set(known.id, noted(this.#after(underWay), seen))
      } else
        problems.push(`${seen.title} is neither as answered nor as asked for: ${said(known, seen)}`)
    }
    const imports = this.#settleImports(look, underWay)
    return { problems: [...problems, ...imports.problems], wasDone: wasDone || imports.wasDone }
  }

  #after({ report, after }: Extract<Effect, { report: string }>): Known {
    const known = this.reports.get(report)
    if (!known) throw new Error(`No report ${report}`)
    return { ...known, text: undefined, ...after }
  }

  #settleImports(look: Look, underWay?: Effect): { problems: string[]; wasDone: boolean } {
    const problems: string[] = []
    const pending = underWay && 'importsFor' in underWay ? underWay.importsFor : undefined
    const imported = look.reports.filter(({ id }) => !this.reports.has(id))
    const organs = imported.map(({ organ }) => organ)
    for (const organ of this.#imported) {
      if (!organs.includes(organ)) problems.push(`the import for ${organ} is lost`)
    }
    for (const report of imported) {
      if (!this.#imported.has(report.organ) && report.organ !== pending) {
        problems.push(`nobody imported ${report.title}`)
      }
      this.importedText ??= report.sections.text
      const isWhole =
        isSame(report.tables, this.#importedTables) &&
        isSame(report.sections.text, this.importedText)
      if (!isWhole) problems.push(`half of ${report.title} was imported`)
    }
    const idle = look.idleOrgans.filter((name) => name.startsWith(importedOrgan))
    if (idle.length > 0) problems.push(`organs without their import: ${idle.join()}`)
    const wasDone = pending !== undefined && organs.includes(pending)
    if (wasDone) this.#imported.add(pending)
    return { problems, wasDone }
  }
}

/** The names of organs that come with an import begin so. */
export const importedOrgan = '导入机关'

function isAsKnown(known: Known, seen: SeenReport, look: Look): boolean {
  const { stage, revision, publishedRevision, isPublic, tables, preamble, text } = known
  const isCurrent = look.publications.some(
    ({ report, state }) => report === known.id && state === 'current',
  )
  return (
    stage === seen.stage &&
    revision === seen.revision &&
    publishedRevision === seen.publishedRevision &&
    isPublic === isCurrent &&
    preamble === (seen.preamble ?? '') &&
    isSame(tables, seen.tables) &&
    (text === undefined || isSame(text, seen.sections.text))
  )
}

const noted = (known: Known, seen: SeenReport): Known => ({ ...known, text: seen.sections.text })

const said = (known: Known, seen: SeenReport): string =>
  JSON.stringify(
    [known, seen].map(({ stage, revision, publishedRevision, preamble }) => ({
      ...{ stage, revision, publishedRevision, preamble },
    })),
  )
