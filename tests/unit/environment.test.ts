import { afterAll, describe, expect, it } from '@jest/globals'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { prepareEnvironment } from '../../src/environment.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-environment-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const embedded = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  NODE_ENV: 'test',
  DATABASE_URI: `file:${path.join(folder, 'deep', 'gongkai.db')}`,
  ...more,
})

describe('the environment', () => {
  it('makes the secret of the embedded database once, for its owner alone', () => {
    const first = embedded()
    prepareEnvironment(first)
    const file = path.join(folder, 'deep', 'secret')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{64}$/)
    const second = embedded()
    prepareEnvironment(second)
    expect(second.PAYLOAD_SECRET).toBe(first.PAYLOAD_SECRET)
    const given = embedded({ PAYLOAD_SECRET: 'of the operator' })
    prepareEnvironment(given)
    expect(given.PAYLOAD_SECRET).toBe('of the operator')
  })

  it('has the defaults of a trial, and drops the slash of an address', () => {
    expect(prepareEnvironment(embedded())).toEqual({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      role: 'all',
      sample: true,
      demoPassword: undefined,
      trustProxy: undefined,
      cache: { memoryMegabytes: 32, fileMegabytes: 1024 },
      memoryMinutes: 10,
      ratePerMinute: 0,
      accessLog: false,
    })
    const settings = embedded({
      PORT: '8080',
      PUBLIC_URL: 'https://example.test/',
      GONGKAI_SAMPLE: 'false',
    })
    expect(prepareEnvironment(settings)).toMatchObject({
      port: 8080,
      publicUrl: 'https://example.test',
      sample: false,
    })
  })

  it.each([
    ['CACHE_MB', '64.5'],
    ['CACHE_FILE_MB', '1e3'],
    ['MEMORY_MINUTES', '0'],
    ['RATE_LIMIT_PER_MINUTE', '-1'],
  ])('refuses %s=%s, and says so by name', (name, value) => {
    expect(() => prepareEnvironment(embedded({ [name]: value }))).toThrow(name)
  })

  it('takes a proxy that is off for no proxy', () => {
    expect(prepareEnvironment(embedded({ TRUST_PROXY: 'false' })).trustProxy).toBeUndefined()
    expect(prepareEnvironment(embedded({ TRUST_PROXY: '1' })).trustProxy).toBe('1')
  })

  it('takes secrets from files, unless they are given', () => {
    const [uri, secret, empty] = ['uri', 'key', 'empty'].map((name) => path.join(folder, name))
    writeFileSync(uri!, 'mongodb://gongkai:word@mongo/gongkai?replicaSet=rs0\n')
    writeFileSync(secret!, 'from a file\n')
    writeFileSync(empty!, '\n')
    const files = { NODE_ENV: 'test', DATABASE_URI_FILE: uri, PAYLOAD_SECRET_FILE: secret } as const
    const taken: NodeJS.ProcessEnv = { ...files }
    prepareEnvironment(taken)
    expect(taken.DATABASE_URI).toBe('mongodb://gongkai:word@mongo/gongkai?replicaSet=rs0')
    expect(taken.PAYLOAD_SECRET).toBe('from a file')
    const given: NodeJS.ProcessEnv = { ...files, PAYLOAD_SECRET: 'given' }
    prepareEnvironment(given)
    expect(given.PAYLOAD_SECRET).toBe('given')
    for (const file of [empty, path.join(folder, 'none')]) {
      expect(() => prepareEnvironment({ ...files, PAYLOAD_SECRET_FILE: file })).toThrow(
        /PAYLOAD_SECRET_FILE/,
      )
    }
  })

  it('asks for a secret with MongoDB, and puts no sample there', () => {
    const mongo = { NODE_ENV: 'test', DATABASE_URI: 'mongodb://localhost/gongkai' } as const
    expect(() => prepareEnvironment({ ...mongo })).toThrow(/PAYLOAD_SECRET/)
    expect(prepareEnvironment({ ...mongo, PAYLOAD_SECRET: 'x' }).sample).toBe(false)
  })

  it.each([
    [{ PORT: 'abc' }, /PORT/],
    [{ PORT: '70000' }, /PORT/],
    [{ GONGKAI_ROLE: 'editor' }, /GONGKAI_ROLE/],
    [
      { DATABASE_URI: 'postgres://someone:secret@host/db' },
      /^(?!.*secret)DATABASE_URI.*postgres:…/,
    ],
  ])('refuses %j', (more, message) => {
    expect(() => prepareEnvironment(embedded(more))).toThrow(message)
  })
})
