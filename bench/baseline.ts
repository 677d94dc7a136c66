// node dist/baseline.js express|nodeHttp FILE: serves the bytes of the file and nothing else, as
// plainly as it can be done.
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'

const [kind, file = ''] = process.argv.slice(2)
const body = readFileSync(file)

async function express(): Promise<RequestListener> {
  const { default: createApp } = await import('express')
  const app = createApp()
  app.get('/v1/reports/:organization/:year', (_req, res) => {
    res.type('json').send(body)
  })
  return app
}

const nodeHttp: RequestListener = (_req, res) => {
  res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length })
  res.end(body)
}

createServer(kind === 'express' ? await express() : nodeHttp).listen(Number(process.env.PORT))
