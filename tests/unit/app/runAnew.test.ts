import { describe, expect, it, jest } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import { runAnew } from '../../../src/app/(payload)/api/runAnew.ts'
import { answerConflict } from '../../../src/hooks/answerConflict.ts'
import { StillConflicting } from '../../../src/mongo/isConflict.ts'

/** Payload's handler as far as it matters: what its hook says of an error is the answer. */
const answering = (errors: (Error | undefined)[]) =>
  jest.fn(async (request: Request) => {
    const body = await request.text()
    const error = errors.shift()
    if (!error) return new Response(body, { status: 200 })
    const req = {} as PayloadRequest
    const said = await answerConflict({ error, req, context: {}, result: { errors: [] } })
    return Response.json(said?.response ?? {}, {
      status: said?.status ?? 500,
      headers: req.responseHeaders,
    })
  })

const post = () => new Request('http://localhost/api/sections/1', { method: 'POST', body: '内容' })
const conflict = () => Object.assign(new Error('WriteConflict error'), { code: 112 })

describe('a request that met another writer', () => {
  it('is run anew with its whole body', async () => {
    const handler = answering([conflict(), new Error('wrapped', { cause: conflict() }), undefined])
    const response = await runAnew(handler)(post(), {})
    expect([response.status, await response.text()]).toEqual([200, '内容'])
    expect(handler).toHaveBeenCalledTimes(3)
  })

  it('is given up after five tries, with a plain message', async () => {
    const handler = answering(Array.from({ length: 9 }, conflict))
    const response = await runAnew(handler)(post(), {})
    expect(response.status).toBe(503)
    expect(response.headers.get('Retry-After')).toBe('1')
    expect(await response.text()).toContain('请再试一次')
    expect(handler).toHaveBeenCalledTimes(5)
  })

  it('is given up at once when what it did was run anew within', async () => {
    const handler = answering([new StillConflicting(conflict())])
    const response = await runAnew(handler)(post(), {})
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '1'])
    expect(handler).toHaveBeenCalledTimes(1)
  })

  it('is told so in GraphQL too, which wraps errors in its own way', async () => {
    const error = Object.assign(new Error('of GraphQL'), { originalError: conflict() })
    const graphqlResult = { message: 'Something went wrong.', path: ['updateSection'] }
    const said = await answerConflict({
      ...{ error, graphqlResult, context: {}, req: {} as PayloadRequest },
      result: { errors: [] },
    })
    expect(said?.graphqlResult).toEqual({
      path: ['updateSection'],
      message: expect.stringContaining('请再试一次'),
    })
  })

  it('is left alone when anything else is wrong', async () => {
    const handler = answering([new Error('else')])
    expect((await runAnew(handler)(post(), {})).status).toBe(500)
    expect(handler).toHaveBeenCalledTimes(1)
  })
})
