import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import type { Webhook } from '../../payload-types.ts'
import { issueSecret, replayFailed, sendTest } from '../../webhooks/index.ts'
import { findSupervised } from '../findSupervised.ts'
import { jsonBody } from '../jsonBody.ts'

const webhookIn = (req: PayloadRequest): Promise<Webhook> =>
  findSupervised(req, 'webhooks', '没有这个网站通知')

/** `POST /api/webhooks/:id/secret`: a new secret, shown this once. */
const secretEndpoint: Endpoint = {
  path: '/:id/secret',
  method: 'post',
  handler: async (req) => {
    const issued = await issueSecret(req.payload, await webhookIn(req))
    return Response.json(issued, { status: 201, headers: { 'Cache-Control': 'no-store' } })
  },
}

/** `POST /api/webhooks/:id/test`: sends a test and tells what came of it. */
const testEndpoint: Endpoint = {
  path: '/:id/test',
  method: 'post',
  handler: async (req) => {
    const { id, state, lastError, attempts } = await sendTest(req, await webhookIn(req))
    return Response.json({ delivery: id, state, error: lastError ?? null, attempts })
  },
}

/** `POST /api/webhooks/:id/replay` with `{ since? }`: what was given up since then, or at all. */
const replayEndpoint: Endpoint = {
  path: '/:id/replay',
  method: 'post',
  handler: async (req) => {
    const webhook = await webhookIn(req)
    const { since } = await jsonBody(req, true)
    const count = await replayFailed(req, webhook, instantOf(since))
    return Response.json({ count }, { status: 202 })
  },
}

function instantOf(since: unknown): Date {
  if (since === undefined) return new Date(0)
  const instant = new Date(typeof since === 'string' ? since : NaN)
  if (Number.isNaN(instant.getTime())) {
    throw new APIError('since 应为 ISO 8601 时间，如 2026-01-25T00:00:00+08:00', 400)
  }
  return instant
}

export const webhookEndpoints: Endpoint[] = [secretEndpoint, testEndpoint, replayEndpoint]
