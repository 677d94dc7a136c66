import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

/** A request that was answered, whichever way. */
export interface Answered {
  req: IncomingMessage
  res: ServerResponse
  /** The pattern of the address, as Express names it, or a class of addresses. */
  route: string
  by: 'memory' | 'express'
  /** How long it took; of answers from memory only if somebody asks for it. */
  ms: number
}

export interface FrontOptions {
  /** Answers from memory, and says which route it was. */
  answer?: (req: IncomingMessage, res: ServerResponse) => string | undefined
  /** Gets what memory could not send; the connection is cut then. */
  log?: (error: unknown) => void
  /** Has the rest. */
  app: RequestListener
  /** @returns whether it refused the request, and has answered it */
  refuse?: (req: IncomingMessage, res: ServerResponse) => boolean
  /** Told of every answer, that of a refusal too. */
  observers: readonly ((answered: Answered) => void)[]
}

/** What is in front of Express: limits, then memory; and every answer is counted, whoever gives it. */
export function inFront({
  answer,
  app,
  refuse,
  observers,
  log = console.error,
}: FrontOptions): RequestListener {
  const tell = (answered: Answered) => observers.forEach((observer) => observer(answered))
  return (req, res) => {
    const began = performance.now()
    let by: string | undefined
    try {
      by = refuse?.(req, res) ? 'limit' : answer?.(req, res)
    } catch (error) {
      // There is nobody further out who would catch it, and it must not end the process.
      log(error)
      res.destroy()
      return
    }
    if (by !== undefined) {
      tell({ req, res, route: by, by: 'memory', ms: performance.now() - began })
      return
    }
    // Not `finish`: of what was cut off on the way there is none.
    res.once('close', () => {
      const ms = performance.now() - began
      tell({ req, res, route: routeOf(req), by: 'express', ms })
    })
    app(req, res)
  }
}

const areas = ['v1', 'admin', 'api', '_next'] as const

/** What Express adds to a request. */
interface Routed {
  route?: { path?: unknown }
  originalUrl?: string
}

/** As Express matched it; what another handler had goes by the first part of its address. */
function routeOf(req: IncomingMessage): string {
  const { route, originalUrl = req.url ?? '' }: Routed = req as IncomingMessage & Routed
  if (typeof route?.path === 'string') return route.path
  const [, first = ''] = originalUrl.split(/[/?]/)
  return `/${areas.find((area) => area === first.toLowerCase()) ?? ''}*`
}
