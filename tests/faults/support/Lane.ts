import { setTimeout as delay } from 'node:timers/promises'
import { explainWarnings } from './explainWarnings.ts'
import { freshDatabase, type FreshDatabase } from './freshDatabase.ts'
import { blankReport, Model } from './Model.ts'
import { problemsIn } from './problemsIn.ts'
import type { NewReport } from './protocol.ts'
import type { Random } from './Random.ts'
import { drawStep, importedTables, stepKinds, type Step, type StepKind } from './steps.ts'
import type { Moment, Tally } from './Tally.ts'
import { Ended, Worker } from './Worker.ts'

/** Years apart, so that no report is the year before of another. */
const reports: readonly NewReport[] = [
  { year: 2020, format: '2019' },
  { year: 2022, format: '2021' },
  { year: 2025, format: '2021' },
]

/** Milliseconds that a request takes, and from its first write on; learnt from those answered. */
interface Duration {
  whole: number
  writing: number
}

/** One database, worked on by one process after the other, each of which is killed. */
export class Lane {
  readonly #script: string
  readonly #random: Random
  readonly #tally: Tally
  readonly #database: FreshDatabase = freshDatabase()
  readonly #rowIds = new Map<string, string>()
  readonly #durations = new Map<StepKind, Duration>()
  #model = new Model([], importedTables)
  #underWay?: { step: Step; moment: Moment }
  #wasKilled = false

  constructor(script: string, random: Random, tally: Tally) {
    this.#script = script
    this.#random = random
    this.#tally = tally
  }

  async furnish(): Promise<void> {
    const worker = await this.#open()
    const ids = await worker.furnish(reports)
    this.#model = new Model(
      ids.map((id, i) => blankReport(id, reports[i]!.format)),
      importedTables,
    )
    const path = '/api/table-rows?pagination=false&depth=0'
    const { body } = await worker.call({ as: 'editor', method: 'GET', path })
    for (const { id, report, table, row } of body.docs) {
      this.#rowIds.set(`${report}.${table}.${row}`, id)
    }
    await worker.stop()
  }

  /**
   * Starts a process, looks, lets it work and kills it.
   * @returns what the look found wrong with what the process before left
   */
  async round(): Promise<string[]> {
    const worker = await this.#open()
    const problems = await this.#lookThrough(worker)
    if (problems.length > 0) {
      await worker.kill()
      return problems
    }
    for (let lead = this.#random.integer(3); lead > 0; lead -= 1)
      await this.#run(worker, this.#draw())
    await this.#killWithin(worker, this.#draw())
    return problems
  }

  /** @returns what is wrong after the last kill */
  async end(): Promise<string[]> {
    const worker = await this.#open()
    const problems = await this.#lookThrough(worker)
    await worker.stop()
    this.#database.remove()
    return problems
  }

  #open(): Promise<Worker> {
    return Worker.start(this.#script, this.#database.uri)
  }

  async #lookThrough(worker: Worker): Promise<string[]> {
    const look = await worker.look()
    const { problems, wasDone } = this.#model.settle(look, this.#underWay?.step.effect)
    if (this.#wasKilled) this.#tally.add(this.#underWay?.step.kind, this.#underWay?.moment, wasDone)
    const during = this.#underWay ? `killed during ${this.#underWay.step.kind}: ` : ''
    this.#underWay = undefined
    return [...problemsIn(look), ...problems].map((problem) => during + problem)
  }

  /** Goes on working until the kill, which comes at a moment within the step or shortly after. */
  async #killWithin(worker: Worker, first: Step): Promise<void> {
    const { whole, writing } = this.#durations.get(first.kind) ?? { whole: 150, writing: 60 }
    const fromFirstWrite = this.#random.upTo(1) < 0.6
    const share = this.#random.upTo(1.2)
    let killed: Promise<void> | undefined
    const killAfter = (ms: number) => {
      killed ??= delay(ms).then(() => worker.kill())
    }
    if (!fromFirstWrite) killAfter(whole * share)
    let step = first
    try {
      for (;;) {
        await this.#run(worker, step, () => killAfter(writing * share))
        killAfter(writing * share)
        step = this.#draw()
      }
    } catch (error) {
      if (!(error instanceof Ended)) throw error
    }
    await killed
    this.#wasKilled = true
  }

  /** @throws {Ended} when the process is killed meanwhile; the step is the one under way then */
  async #run(worker: Worker, step: Step, onWriting?: () => void): Promise<void> {
    if (step.kind === 'publish' && 'report' in step.effect) {
      await explainWarnings(worker, step.effect.report)
    }
    this.#underWay = { step, moment: 'before its first write' }
    const began = performance.now()
    let wrote = began
    const { status, body } = await worker.call(step.call, () => {
      wrote = performance.now()
      if (this.#underWay) this.#underWay.moment = 'while it wrote'
      onWriting?.()
    })
    if (status >= 300) {
      throw new Error(
        `${step.kind}: ${status} ${JSON.stringify(body).slice(0, 500)} ${worker.errors}`,
      )
    }
    const ended = performance.now()
    this.#durations.set(step.kind, { whole: ended - began, writing: ended - wrote })
    this.#tally.accepted += 1
    this.#model.accept(step.effect)
    this.#underWay = undefined
  }

  #draw(): Step {
    for (;;) {
      const step = drawStep(this.#random.oneOf(stepKinds), {
        model: this.#model,
        random: this.#random,
        rowIds: this.#rowIds,
      })
      if (step) return step
    }
  }
}
