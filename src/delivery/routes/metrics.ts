import { Router } from 'express'

/** For whoever watches over the process: numbers only, of what it did and what it holds. */
export function metricsRoutes({ text, type }: { text: () => Promise<string>; type: string }) {
  const router = Router()

  router.get('/metrics', async (_req, res) => {
    const body = await text()
    res.writeHead(200, {
      'Content-Type': type,
      'Content-Length': Buffer.byteLength(body),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    res.end(body)
  })

  return router
}
