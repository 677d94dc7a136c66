const turnTimeoutMs = 30_000

/** Others wrote for too long; or a nested write without `req` waits for its own transaction. */
export class NoTurn extends Error {
  readonly code = 'GONGKAI_NO_TURN'

  constructor() {
    super('等待写入超时，没有保存 (the turn to write did not come in time)')
    this.name = 'NoTurn'
  }
}

/** Hands out the right to write, one holder after the other. */
export class WriteQueue {
  #tail: Promise<void> = Promise.resolve()

  /**
   * @returns a function that gives the right back
   * @throws {NoTurn} when the holder before does not finish in time
   */
  async take(): Promise<() => void> {
    let release!: () => void
    const before = this.#tail
    const mine = new Promise<void>((resolve) => (release = resolve))
    this.#tail = before.then(() => mine)
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new NoTurn()), turnTimeoutMs)
    })
    try {
      await Promise.race([before, late])
    } catch (error) {
      release()
      throw error
    } finally {
      clearTimeout(timer)
    }
    return release
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.take()
    try {
      return await work()
    } finally {
      release()
    }
  }
}
