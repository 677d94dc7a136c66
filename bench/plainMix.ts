// node dist/plainMix.js FILE: a bare node:http handler that has every answer of a mix in memory, all
// of them different, and looks for it by the address. What such a one loses when there are more of
// them is what the machine takes, whoever serves.
import { randomFillSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/** Of one address in one coding. */
export interface PlainAnswer {
  path: string
  coding: string
  etag: string
  bytes: number
}

interface Ready {
  etag: string
  headers: string[]
  body: Buffer
}

const answers = new Map<string, Map<string, Ready>>()
for (const { path, coding, etag, bytes } of JSON.parse(
  readFileSync(process.argv[2] ?? '', 'utf8'),
) as PlainAnswer[]) {
  const byCoding = answers.get(path) ?? new Map<string, Ready>()
  answers.set(path, byCoding)
  const body = randomFillSync(Buffer.allocUnsafeSlow(bytes))
  const headers = ['ETag', etag, 'Content-Type', 'application/json', 'Content-Length', `${bytes}`]
  byCoding.set(coding, { etag, headers, body })
}

createServer((req, res) => {
  const ready = answers.get(req.url ?? '')?.get(req.headers['accept-encoding'] ?? '')
  if (!ready) res.writeHead(req.url === '/' ? 200 : 404).end()
  else if (req.headers['if-none-match'] === ready.etag)
    res.writeHead(304, { ETag: ready.etag }).end()
  else res.writeHead(200, ready.headers).end(ready.body)
}).listen(Number(process.env.PORT))
