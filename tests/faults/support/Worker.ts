import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Look } from './look.ts'
import type { Answer, Call, NewReport, Order, Saying, Usage } from './protocol.ts'

type WithoutId<T> = T extends { id: number } ? Omit<T, 'id'> : never

interface Waiting {
  resolve: (result: unknown) => void
  reject: (error: Error) => void
  onWriting?: () => void
}

/** The worker ended before it answered: what was asked for may have happened, or not. */
export class Ended extends Error {}

/** Those that run; a test that fails half-way leaves none behind. */
const running = new Set<Worker>()

export const killAll = async (): Promise<void> => {
  await Promise.all([...running].map((worker) => worker.kill()))
}

/** A process that runs the product, seen from the test that asks and kills it. */
export class Worker {
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, Waiting>()
  readonly #errors: string[] = []
  #next = 1
  #ready!: Promise<void>

  private constructor(child: ChildProcess) {
    this.#child = child
  }

  /**
   * Opens the database in a new process, as a start of the product does.
   * @throws with what it wrote when it ends before it is ready
   */
  static async start(script: string, uri: string): Promise<Worker> {
    const child = spawn(process.execPath, ['--conditions=production', '--expose-gc', script], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        NODE_ENV: 'production',
        DATABASE_URI: uri,
        PAYLOAD_SECRET: 'only-for-tests',
        GONGKAI_ALLOW_STANDALONE_MONGODB: 'true',
      },
    })
    const worker = new Worker(child)
    running.add(worker)
    child.once('close', () => running.delete(worker))
    worker.#listen()
    await worker.#ready
    return worker
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  /** What it wrote to its error stream. */
  get errors(): string {
    return this.#errors.join('')
  }

  /** @param onWriting called when it begins to write on behalf of this request */
  call<T = any>(call: Call, onWriting?: () => void): Promise<Answer<T>> {
    return this.#ask({ do: 'call', call }, onWriting)
  }

  look(): Promise<Look> {
    return this.#ask({ do: 'look' })
  }

  usage(): Promise<Usage> {
    return this.#ask({ do: 'usage' })
  }

  /** @returns the ids of the reports */
  furnish(reports: readonly NewReport[]): Promise<string[]> {
    return this.#ask({ do: 'furnish', reports })
  }

  sql(statement: string): Promise<void> {
    return this.#ask({ do: 'sql', statement })
  }

  /** Nothing runs any more: no handler, no answer, no last write. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const exited = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await exited
  }

  /** As the product stops. */
  async stop(): Promise<void> {
    const exited = once(this.#child, 'exit')
    this.#child.stdin?.end()
    await exited
  }

  #ask<T>(order: WithoutId<Order>, onWriting?: () => void): Promise<T> {
    const id = this.#next
    this.#next += 1
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onWriting })
      this.#child.stdin?.write(`${JSON.stringify({ ...order, id })}\n`)
    })
  }

  #listen(): void {
    const { stdout, stderr, stdin } = this.#child
    if (!stdout || !stderr || !stdin) throw new Error('The worker has no pipes')
    stdin.on('error', () => {}) // it was killed
    stderr.on('data', (chunk: Buffer) => this.#errors.push(chunk.toString('utf8')))
    const lines = createInterface({ input: stdout })
    this.#ready = new Promise((resolve, reject) => {
      lines.on('line', (line) => {
        const saying = sayingIn(line)
        if (saying && 'ready' in saying) resolve()
        else if (saying) this.#heard(saying)
      })
      this.#child.once('close', () => {
        reject(new Error(`The worker ended\n${this.errors}`))
        for (const { reject: give } of this.#waiting.values()) give(new Ended('The worker ended'))
      })
    })
  }

  #heard(saying: Exclude<Saying, { ready: true }>): void {
    if ('writing' in saying) {
      this.#waiting.get(saying.writing)?.onWriting?.()
      return
    }
    const id = 'done' in saying ? saying.done : saying.failed
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if ('done' in saying) waiting?.resolve(saying.result)
    else waiting?.reject(new Error(saying.message))
  }
}

/** A line that was cut by a kill says nothing. */
function sayingIn(line: string): Saying | undefined {
  try {
    return JSON.parse(line) as Saying
  } catch {
    return undefined
  }
}
