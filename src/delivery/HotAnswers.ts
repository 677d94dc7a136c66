import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Request, Response } from 'express'
import type { Standing } from './CurrentPublications.ts'
import { send } from './Representation.ts'
import type { Representation } from './Representation.ts'
import type { Render, Representations } from './Representations.ts'

interface HotEntry {
  /** What the answer was looked up from: it is good as long as that is remembered. */
  found: Standing['found']
  representation: Representation
  /** As Express names it. */
  route: string
}

export interface ReportAnswer {
  /** What is current at the report's address. */
  standing: Standing
  /** Of the publication that is shown; of the current one unless given. */
  id?: string
  /** Of the representation. */
  name: string
  render: Render
}

const mostAddresses = 25_000
const longestAddress = 500

/** Express takes the same address in capitals, escaped or with a slash behind for the same, too. */
const plainAddress = /^(?:\/[a-z\d._-]+)+(?:\?|$)/

/**
 * Queries that belong to addresses which many ask for. With any other an address is answered by
 * Express: whoever makes queries up shall not drive out what is asked for.
 */
const knownQueries: ReadonlySet<string> = new Set(['', 'format=html', 'form=phone'])

/**
 * Answers from memory by the address alone, in front of Express, whose router costs five times as
 * much as the answer. It only knows what Express answered before, and sends it the same way.
 */
export class HotAnswers {
  readonly #representations: Representations
  /** In the order of their coming: to keep them in that of their use would cost each answer more. */
  readonly #entries = new Map<string, HotEntry>()

  constructor(representations: Representations) {
    this.#representations = representations
  }

  /**
   * Answers when the answer is in memory and still stands.
   * @returns the route that is answered, or `undefined` when that is left to Express
   */
  answer(req: IncomingMessage, res: ServerResponse): string | undefined {
    const { method, url = '' } = req
    if (method !== 'GET' && method !== 'HEAD') return undefined
    const entry = this.#entries.get(url)
    if (!entry) return undefined
    if (!entry.found.isRemembered || entry.representation.isGone) {
      this.#entries.delete(url)
      return undefined
    }
    send(req, res, entry.representation)
    return entry.route
  }

  /**
   * Answers a request that Express got, and the next ones for the same address without it.
   * @throws as {@link Representations.get} does
   */
  async send(req: Request, res: Response, answer: ReportAnswer): Promise<void> {
    const { standing, id = standing.id, name, render } = answer
    const representation = await this.#representations.get(id, name, render)
    this.#remember(req, { found: standing.found, representation })
    send(req, res, representation)
  }

  #remember({ originalUrl, route }: Request, entry: Omit<HotEntry, 'route'>): void {
    if (!entry.found.isRemembered || originalUrl.length > longestAddress) return
    const [, query = ''] = originalUrl.split(/\?(.*)/s)
    if (!plainAddress.test(originalUrl) || !knownQueries.has(query)) return
    const { path } = route as { path: string }
    this.#entries.set(originalUrl, { ...entry, route: path })
    if (this.#entries.size <= mostAddresses) return
    const [first = ''] = this.#entries.keys()
    this.#entries.delete(first)
  }
}
