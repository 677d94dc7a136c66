import { expect, it } from '@jest/globals'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inFront } from '../../../src/server/front.ts'

it('outlives an answer from memory that cannot be sent, and cuts it off', async () => {
  const errors: unknown[] = []
  const listener = inFront({
    app: (_req, res) => res.end('rest'),
    answer: (req, res) => {
      if (req.url !== '/broken') return undefined
      res.writeHead(200, { 'Content-Length': 9 })
      throw new Error('the file cannot be read')
    },
    log: (error) => errors.push(error),
    observers: [],
  })
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    await expect(fetch(`${url}/broken`)).rejects.toThrow()
    expect(errors).toEqual([new Error('the file cannot be read')])
    expect(await (await fetch(`${url}/other`)).text()).toBe('rest')
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})
