import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startServer, startWithinMs, type RunningServer } from '../support/server.ts'

const people = ['admin', 'editor', 'reviewer', 'county', 'wechat']

describe('the first start on an empty database', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-first-'))
  const env = { DATABASE_URI: `file:${path.join(folder, 'gongkai.db')}`, GONGKAI_DEMO_PASSWORD: '' }
  let server: RunningServer
  let printed: string

  beforeAll(async () => {
    server = await startServer(env)
    printed = server.output()
  }, startWithinMs + 10_000)

  afterAll(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const passwordOf = (person: string) =>
    new RegExp(`${person}@demo\\.example\\s+(\\S+)`).exec(printed)?.[1] ?? ''

  const post = async (address: string, body: unknown, token?: string) => {
    const response = await fetch(`${server.url}${address}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token ? { Authorization: `JWT ${token}` } : {}),
      },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: await response.json() }
  }

  const signIn = (person: string) =>
    post('/api/users/login', {
      email: `${person}@demo.example`,
      password: passwordOf(person),
    })

  it.each(people)('prints a password with which %s signs in', async (person) => {
    expect(passwordOf(person).length).toBeGreaterThanOrEqual(12)
    const { status, body } = await signIn(person)
    expect(status).toBe(200)
    expect(body.user.email).toBe(`${person}@demo.example`)
  })

  it.each([
    ['Admin', 'text/html'],
    ['API', 'application/json'],
    ['Report', 'application/json'],
    ['WeChat', 'application/json'],
    ['Preview', 'text/html'],
  ])('prints an address for %s that answers', async (name, type) => {
    const address = new RegExp(`${name}\\s+(http\\S+)`).exec(printed)?.[1] ?? ''
    const response = await fetch(address)
    expect({ address, status: response.status }).toEqual({ address, status: 200 })
    expect(response.headers.get('content-type')).toContain(type)
  })

  it('refuses by GraphQL what does not balance, and names the cell', async () => {
    const { token } = (await signIn('editor')).body
    const { body: found } = await post(
      '/api/graphql',
      {
        query: `{ TableRows(where: { row: { equals: "received" } }) {
          docs { id cells report { year } }
        } }`,
      },
      token,
    )
    const row = found.data.TableRows.docs.find((doc: any) => doc.report.year === 2021)
    const { body } = await post(
      '/api/graphql',
      {
        query: `mutation ($id: String!, $cells: JSON!) {
          updateTableRow(id: $id, data: { cells: $cells }) { id }
        }`,
        variables: { id: row.id, cells: { ...row.cells, total: row.cells.total + 1 } },
      },
      token,
    )
    expect(body.errors[0].message).toContain(
      '依申请公开表“一、本年新收政府信息公开申请数量”行“总计”列应为 14，实际为 15',
    )
    const kept = await fetch(`${server.url}/api/table-rows/${row.id}?depth=0`, {
      headers: { Authorization: `JWT ${token}` },
    })
    expect((await kept.json()).cells.total).toBe(14)
  })

  it(
    'stops cleanly on SIGTERM, and a second start prints no passwords',
    async () => {
      expect(await server.stop()).toBe(0)
      server = await startServer(env)
      expect(server.output()).toContain('/v1/reports/yingqiu/2020')
      expect(server.output()).not.toContain('@demo.example')
      expect((await signIn('editor')).status).toBe(200)
    },
    startWithinMs,
  )
})
