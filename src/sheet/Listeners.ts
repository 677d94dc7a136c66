type Listener = () => void

/** Who wants to know of changes: of any, or of one cell's. */
export class Listeners {
  readonly #ofAny = new Set<Listener>()
  readonly #ofCell = new Map<string, Set<Listener>>()

  /** @returns what ends it. */
  add(listener: Listener): () => void {
    return addTo(this.#ofAny, listener)
  }

  /** @returns what ends it. */
  addFor(path: string, listener: Listener): () => void {
    const listeners = this.#ofCell.get(path) ?? new Set()
    this.#ofCell.set(path, listeners)
    return addTo(listeners, listener)
  }

  tell(paths: Iterable<string>): void {
    for (const path of paths) this.#ofCell.get(path)?.forEach((listener) => listener())
    this.#ofAny.forEach((listener) => listener())
  }
}

function addTo(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
