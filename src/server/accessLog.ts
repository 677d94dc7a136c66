import type { Payload } from 'payload'
import type { Answered } from './front.ts'
import { clientAddress, type Trust } from './clientAddress.ts'

/**
 * A line for each answer, in the form of Payload's own records.
 * @param logger of Payload; its level does not matter
 */
export function accessLog(logger: Payload['logger'], trust: Trust): (answered: Answered) => void {
  const log = logger.child({}, { level: 'info' })
  return ({ req, res, route, by, ms }) =>
    log.info({
      msg: 'request',
      method: req.method,
      url: loggedUrl(req, route),
      status: res.statusCode,
      ms: Math.round(ms * 100) / 100,
      by,
      address: clientAddress(req, trust),
      agent: req.headers['user-agent'],
    })
}

/** Addresses of the admin may hold what lets somebody in, such as the token of a new password. */
function loggedUrl(req: { url?: string; originalUrl?: string }, route: string): string {
  const { originalUrl = req.url ?? '' } = req
  return /^\/(?:v1|healthz|readyz|metrics)(?:[/?]|$)/i.test(originalUrl) ? originalUrl : route
}
