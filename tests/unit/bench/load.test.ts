import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  autocannonRun,
  findLoadGenerator,
  refuseBadRun,
  wrkRun,
  type LoadRun,
} from '../../../bench/load.ts'

const wrkOutput = (total: string, ...notes: string[]) =>
  [
    'Running 2s test @ http://127.0.0.1:3000/v1/reports/yingqiu/2020',
    '  1 threads and 32 connections',
    '  Thread Stats   Avg      Stdev     Max   +/- Stdev',
    '    Latency     3.91ms    1.20ms  29.01ms   92.11%',
    '    Req/Sec     8.25k   812.30     9.11k    75.00%',
    `  ${total}`,
    ...notes.map((note) => `  ${note}`),
    'Requests/sec:   8201.55',
    'Transfer/sec:    210.04MB',
  ].join('\n')

describe('wrkRun', () => {
  it.each([
    {
      of: 'a clean run',
      output: wrkOutput('16420 requests in 2.00s, 420.50MB read'),
      run: { perSecond: 8201.55, requests: 16_420, bytes: 420.5 * 1024 ** 2, failures: 0 },
    },
    {
      of: 'refused requests',
      output: wrkOutput('120 requests in 2.10s, 31.2KB read', 'Non-2xx or 3xx responses: 7'),
      run: { perSecond: 8201.55, requests: 120, bytes: 31.2 * 1024, failures: 7 },
    },
    {
      of: 'lost requests',
      output: wrkOutput(
        '16420 requests in 1.00m, 1.25GB read',
        'Socket errors: connect 1, read 20, write 0, timeout 300',
        'Non-2xx or 3xx responses: 4000',
      ),
      run: { perSecond: 8201.55, requests: 16_420, bytes: 1.25 * 1024 ** 3, failures: 4321 },
    },
    {
      of: 'nothing at all',
      output: wrkOutput('0 requests in 2.00s, 0.00B read'),
      run: { perSecond: 8201.55, requests: 0, bytes: 0, failures: 0 },
    },
  ])('reads the output of $of', ({ output, run }) => {
    expect(wrkRun(output)).toEqual(run)
  })

  it('does not take silence for a result', () => {
    expect(() => wrkRun('unable to connect to 127.0.0.1:1 Connection refused')).toThrow('refused')
  })
})

describe('autocannonRun', () => {
  it('counts what had no answer and what was refused, but not what was not modified', () => {
    const result = {
      requests: { average: 5000.5, total: 10_001 },
      throughput: { total: 2_000_000 },
      errors: 2,
      timeouts: 2,
      non2xx: 9_000,
      '3xx': 8_960,
      '4xx': 30,
      '5xx': 10,
    }
    expect(autocannonRun(JSON.stringify(result))).toEqual({
      perSecond: 5000.5,
      requests: 10_001,
      bytes: 2_000_000,
      failures: 42,
    })
  })
})

describe('refuseBadRun', () => {
  const run: LoadRun = { perSecond: 50, requests: 100, bytes: 100 * 20_300, failures: 0 }

  it.each([
    { when: 'bodies have the length they should', body: 20_000, change: {} },
    { when: 'there are no bodies to be', body: 0, change: { bytes: 100 * 300 } },
  ])('accepts when $when', ({ body, change }) => {
    expect(() => refuseBadRun('report', { ...run, ...change }, body)).not.toThrow()
  })

  it.each([
    { when: 'one request failed', body: 20_000, change: { failures: 1 } },
    { when: 'nothing was answered', body: 20_000, change: { requests: 0, bytes: 0 } },
    { when: 'answers were too short', body: 20_000, change: { bytes: 100 * 300 } },
    { when: 'there are bodies where none should be', body: 0, change: {} },
  ])('refuses when $when', ({ body, change }) => {
    expect(() => refuseBadRun('report', { ...run, ...change }, body)).toThrow('report')
  })
})

describe('findLoadGenerator', () => {
  const asked: (string | undefined)[] = []
  let server: Server
  beforeAll(
    () =>
      new Promise<void>((resolve) => {
        server = createServer((req, res) => {
          asked.push(req.headers['if-none-match'])
          res.writeHead(304).end()
        }).listen(0, resolve)
      }),
  )
  afterAll(() => void server.close())

  it('takes autocannon where there is no wrk, with the headers as given', async () => {
    const generator = findLoadGenerator('/nowhere')
    expect(generator.name).toBe('autocannon')
    const { port } = server.address() as AddressInfo
    const url = `http://127.0.0.1:${port}/`
    const run = await generator.run({ url, headers: { 'If-None-Match': '"a=b"' }, seconds: 1 })
    refuseBadRun('not modified', run, 0)
    expect(new Set(asked)).toEqual(new Set(['"a=b"']))
  })
})
