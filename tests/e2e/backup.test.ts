import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { linesOf } from '../support/backupFile.ts'

/** The commands as they are called, on databases that the migrations made. */

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-commands-'))
const at = (name: string) => path.join(folder, name)
const fixture = path.resolve('tests/fixtures/importing/qinghe-2020.txt')

beforeAll(async () => {
  await run('first', 'import', [fixture])
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(database: string, command: string, args: string[]) {
  const env = { ...process.env, DATABASE_URI: `file:${at(`${database}.db`)}`, NODE_OPTIONS: '' }
  const script = ['--conditions=production', 'scripts/command.mjs', command, ...args]
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, script, { env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    )
  })
}

const documentsIn = (file: string) => linesOf(file).slice(1, -1)

it('goes from one database into another', async () => {
  const backup = await run('first', 'backup', [at('a.backup'), '--json'])
  expect(backup).toMatchObject({ code: 0 })
  expect(JSON.parse(backup.out)).toMatchObject({ broken: [], manifest: { database: 'sqlite' } })
  const check = await run('second', 'restore', [at('a.backup'), '--check'])
  expect(check).toMatchObject({ code: 0 })
  expect(check.out).toContain('完好')
  expect(await run('second', 'restore', [at('a.backup')])).toMatchObject({ code: 0 })
  const again = await run('second', 'backup', [at('b.backup')])
  expect(again).toMatchObject({ code: 0 })
  expect(again.out).toContain('PAYLOAD_SECRET')
  expect(documentsIn(at('b.backup'))).toEqual(documentsIn(at('a.backup')))
  expect(documentsIn(at('a.backup')).length).toBeGreaterThan(40)
}, 300_000)

it('says in Chinese and English why it refuses, with exit code 1', async () => {
  const filled = await run('first', 'restore', [at('a.backup')])
  expect(filled).toMatchObject({ code: 1 })
  expect(filled.err).toMatch(/目标数据库不是空的.*the database is not empty/)
  const existing = await run('first', 'backup', [at('a.backup')])
  expect(existing).toMatchObject({ code: 1 })
  expect(existing.err).toMatch(/文件已存在.*--force/)
  truncateSync(at('b.backup'), 2000)
  const damaged = await run('third', 'restore', [at('b.backup')])
  expect(damaged).toMatchObject({ code: 1 })
  expect(damaged.err).toMatch(/备份文件已损坏.*damaged/)
  expect(await run('third', 'restore', [])).toMatchObject({ code: 2 })
}, 300_000)
