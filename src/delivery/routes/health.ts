import { Router } from 'express'
import type { Response } from 'express'
import { Problem } from '../problem.ts'
import { jsonType } from '../Representation.ts'

/**
 * For whoever keeps the process running: is it alive, and can it serve?
 * @param isReady whether what it depends on answers
 */
export function healthRoutes(isReady: () => boolean | Promise<boolean>) {
  const router = Router()

  router.get('/healthz', (_req, res) => answer(res, 'ok'))

  router.get('/readyz', async (_req, res) => {
    if (!(await isReady()))
      throw new Problem(503, '服务尚未就绪。', { headers: { 'Retry-After': '2' } })
    answer(res, 'ready')
  })

  return router
}

function answer(res: Response, status: string): void {
  const body = JSON.stringify({ status })
  res.writeHead(200, {
    'Content-Type': jsonType,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  res.end(body)
}
