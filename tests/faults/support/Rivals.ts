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
  #organ = 'qinghe'
  #organs = 0
  #year = firstYear
  #placed: Promise<unknown> = Promise.resolve()

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
    const { organ, year } = await this.#nextPlace()
    const organization = await this.#idOf('organizations', 'slug', organ)
    const body = { organization, year, format }
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
    const { organ, year } = await this.#nextPlace()
    const fields = { organization: organ, year: String(year) }
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

  /** One after the other, for at times there is much to do. */
  #nextPlace(): Promise<{ organ: string; year: number }> {
    const next = this.#placed.then(async () => {
      if (this.#year > lastYear) await this.#move()
      const year = this.#year
      this.#year += 2 // no report is the year before of another
      return { organ: this.#organ, year }
    })
    this.#placed = next.catch(() => {})
    return next
  }

  /** The people go on in another organ, whose years are all free. */
  async #move(): Promise<void> {
    this.#organs += 1
    this.#organ = `rivals-${this.#organs}`
    this.#year = firstYear
    const data = { name: `示例第${this.#organs}镇人民政府`, slug: this.#organ }
    const { doc } = await this.ask<{ doc: { id: string } }>(
      { as: 'administrator', method: 'POST', path: '/api/organizations', body: data },
      201,
    )
    for (const name of ['editor', 'reviewer']) {
      const id = await this.#idOf('users', 'email', `${name}@demo.example`)
      const body = { organization: doc.id }
      await this.ask({ as: 'administrator', method: 'PATCH', path: `/api/users/${id}`, body })
    }
  }

  async #idOf(collection: string, field: string, value: string): Promise<string | undefined> {
    const path = `/api/${collection}?where[${field}][equals]=${value}&depth=0`
    const call: Call = { as: 'administrator', method: 'GET', path }
    return (await this.ask<{ docs: { id: string }[] }>(call)).docs[0]?.id
  }
}

/** That a report can be of. */
const firstYear = 2011
const lastYear = 2099

export const fullTables = (format: NewReport['format'] = '2021'): TablesData =>
  balancedTables(formatOf(format), variedLeaf(7))
