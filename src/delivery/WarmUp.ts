/** Makes ready what will be asked for next, one after the other, so that readers go first. */
export class WarmUp {
  readonly #waiting = new Map<string, () => Promise<unknown>>()
  #isRunning = false

  /** @param make fails without consequence: whoever asks next makes it, or learns why not */
  add(key: string, make: () => Promise<unknown>): void {
    this.#waiting.set(key, make)
    if (!this.#isRunning) void this.#run()
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    for (const [key, make] of this.#waiting) {
      this.#waiting.delete(key)
      await make().catch(() => {})
    }
    this.#isRunning = false
  }
}
