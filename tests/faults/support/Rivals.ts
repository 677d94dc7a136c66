import { formatOf } from '../../../src/formats/index.ts'
import type { TablesData } from '../../../src/formats/types.ts'
import { balancedTables, variedLeaf } from '../../support/balancedTables.ts'
import { bundleWorker, type Bundled } from './bundle.ts'
import { explainWarnings } from './explainWarnings.ts'
import { freshDatabase, type FreshDatabase } from './freshDatabase.ts'
import { problemsIn } from './problemsIn.ts'
import type { Answer, Call, NewReport } from './protocol.ts'
import { upload } from './steps.ts'
import { killAll, Worker } from './Worker.ts'

/** What belongs to one report over REST. */
export const put = (report: string, revision: number, tables: unknown): Call => ({
  as: 'editor',
  method: 'PUT',
  path: `/api/reports/${report}/tables`,
  body: { revision, tables },
})

export const verb = (report: string, name: string, as: Call['as'] = 'reviewer'): Call => ({
  ...{ as, method: 'POST', path: `/api/reports/${report}/${name}` },
  body: { comment: '说明' },
})

/** Several processes on one database. */
export class Rivals {
  readonly #bundled: Bundled
  readonly #database: FreshDatabase
  readonly workers: readonly Worker[]
  #year = 2009

  private constructor(bundled: Bundled, database: FreshDatabase, workers: readonly Worker[]) {
    this.#bundled = bundled
    this.#database = database
    this.workers = workers
  }

  static async start(processes: number): Promise<Rivals> {
    const bundled = await bundleWorker()
    const database = freshDatabase()
    // The first makes the schema.
    const first = await Worker.start(bundled.script, database.uri)
    await first.furnish([])
    const others = Array.from({ length: processes - 1 }, () =>
      Worker.start(bundled.script, database.uri),
    )
    const workers = [first, ...(await Promise.all(others))]
    // One after the other: of two who sign in to one account at once Payload forgets one.
    for (const worker of workers) {
      for (const as of ['editor', 'reviewer', 'administrator'] as const) {
        await worker.call({ as, method: 'GET', path: '/api/users/me' })
      }
    }
    return new Rivals(bundled, database, workers)
  }

  async stop(): Promise<void> {
    await killAll()
    this.#database.remove()
    this.#bundled.remove()
  }

  /** Asks the first process. */
  async ask<T = any>(call: Call, status = 200): Promise<T> {
    const answer = await this.workers[0]!.call<T>(call)
    if (answer.status !== status) {
      throw new Error(`${call.path}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 500)}`)
    }
    return answer.body
  }

  /** Sends requests at once, one after the other to each process. */
  together(calls: readonly Call[]): Promise<Answer[]> {
    return Promise.all(calls.map((call, i) => this.workers[i % this.workers.length]!.call(call)))
  }

  /** @returns what does not fit together in the database */
  async problems(): Promise<string[]> {
    return problemsIn(await this.workers[0]!.look())
  }

  /** @returns the id of a report whose tables are full and add up, at revision 1 */
  async fullReport(format: NewReport['format'] = '2021'): Promise<string> {
    const { docs } = await this.ask<{ docs: { id: string }[] }>({
      ...{ as: 'editor', method: 'GET', path: '/api/organizations?where[slug][equals]=qinghe' },
    })
    const body = { organization: docs[0]?.id, year: this.#nextYear(), format }
    const { doc } = await this.ask<{ doc: { id: string } }>(
      { as: 'editor', method: 'POST', path: '/api/reports', body },
      201,
    )
    await this.ask(put(doc.id, 0, fullTables(format)))
    await explainWarnings(this.workers[0]!, doc.id)
    return doc.id
  }

  /** @returns the id of a report that lacks nothing, so that it may be submitted */
  async finishedReport(): Promise<string> {
    const fields = { organization: 'qinghe', year: String(this.#nextYear()) }
    const { report } = await this.ask<{ report: { id: string } }>(upload('editor', fields), 201)
    await explainWarnings(this.workers[0]!, report.id)
    return report.id
  }

  tablesOf(report: string): Promise<{ revision: number; tables: TablesData }> {
    return this.ask({ as: 'editor', method: 'GET', path: `/api/reports/${report}/tables` })
  }

  async rowsOf(report: string): Promise<Map<string, string>> {
    const where = `where[report][equals]=${report}&pagination=false&depth=0`
    const { docs } = await this.ask<{ docs: { id: string; table: string; row: string }[] }>({
      ...{ as: 'editor', method: 'GET', path: `/api/table-rows?${where}` },
    })
    return new Map(docs.map(({ id, table, row }) => [`${table}.${row}`, id]))
  }

  /** Two apart: no report is the year before of another. */
  #nextYear(): number {
    this.#year += 2
    return this.#year
  }
}

export const fullTables = (format: NewReport['format'] = '2021'): TablesData =>
  balancedTables(formatOf(format), variedLeaf(7))
