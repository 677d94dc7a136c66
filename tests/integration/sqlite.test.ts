import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { spawn } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { openSqlite, type SafeClient } from '../../src/sqlite/safeClient.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-sqlite-'))
const url = `file:${path.join(folder, 'test.db')}`
let client: SafeClient

beforeAll(async () => {
  client = await openSqlite(url)
  await client.execute('CREATE TABLE parents (id INTEGER PRIMARY KEY, note BLOB)')
  await client.execute(
    `CREATE TABLE entries (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parents (id)
     DEFERRABLE INITIALLY DEFERRED)`,
  )
})
afterAll(() => {
  client.close()
  rmSync(folder, { recursive: true, force: true })
})

const count = async () =>
  Number((await client.execute('SELECT count(*) FROM entries')).rows[0]?.[0])
const openFiles = () => readdirSync('/proc/self/fd').length

async function insert(rows: number): Promise<void> {
  const transaction = await client.transaction('write')
  for (let i = 0; i < rows; i += 1) {
    await transaction.execute('INSERT INTO entries (parent) VALUES (NULL)')
  }
  await transaction.commit()
}

describe('the SQLite client', () => {
  it('lets parallel transactions through one after the other', async () => {
    const before = await count()
    await Promise.all(Array.from({ length: 20 }, () => insert(3)))
    expect(await count()).toBe(before + 60)
  })

  it('shows nothing of a transaction to other readers, and nothing at all after a rollback', async () => {
    const before = await count()
    const transaction = await client.transaction('write')
    await transaction.execute('INSERT INTO entries (parent) VALUES (NULL)')
    expect(await count()).toBe(before)
    await transaction.rollback()
    expect(await count()).toBe(before)
    await expect(transaction.execute('SELECT 1')).rejects.toThrow('closed')
  })

  it('throws a COMMIT that fails, and goes on', async () => {
    const before = await count()
    const transaction = await client.transaction('write')
    await transaction.execute('INSERT INTO entries (parent) VALUES (404)')
    await expect(transaction.commit()).rejects.toThrow(/FOREIGN KEY/)
    expect(client.takeCommitError()).toBeDefined()
    expect(client.takeCommitError()).toBeUndefined()
    expect(await count()).toBe(before)
    await insert(1)
    expect(await count()).toBe(before + 1)
  })

  const onLinux = process.platform === 'linux' ? it : it.skip

  onLinux('holds no more files after many transactions than before', async () => {
    await insert(1)
    const before = openFiles()
    for (let i = 0; i < 300; i += 1) await insert(1)
    expect(openFiles()).toBeLessThanOrEqual(before)
  })

  it('loses nothing when it met a lock', async () => {
    const other = await openSqlite(url)
    const before = await count()
    const mine = insert(2)
    await other.execute('INSERT INTO entries (parent) VALUES (NULL)')
    await mine
    other.close()
    expect(await count()).toBe(before + 3)
  })

  onLinux('holds no more files after it met a lock again and again', async () => {
    const other = await openSqlite(url)
    await insert(1)
    const before = openFiles()
    for (let i = 0; i < 50; i += 1) {
      const holding = await other.transaction('write')
      const mine = insert(1)
      await turns(3)
      await holding.commit()
      await mine
    }
    expect(openFiles()).toBeLessThanOrEqual(before)
    other.close()
  })

  // What gives rows back fails in another way: Payload's writes do.
  it.each([
    ['', ''],
    [', told by a statement that gives rows back', ' RETURNING id'],
  ])('keeps nothing of a transaction that the disk had no room for%s', async (_, returning) => {
    const before = await count()
    const transaction = await client.transaction('write')
    await transaction.execute(`PRAGMA max_page_count = ${await pages()}`)
    await transaction.execute('INSERT INTO entries (parent) VALUES (NULL)')
    const large = 'INSERT INTO parents (note) VALUES (zeroblob(1000000))' + returning
    await expect(transaction.execute(large)).rejects.toThrow(/full/)
    // Alone, this would be kept: SQLite has rolled back what was before it.
    const small = 'INSERT INTO entries (parent) VALUES (NULL)'
    await expect(transaction.execute(small)).rejects.toThrow(/full/)
    await expect(transaction.commit()).rejects.toThrow(/full/)
    expect(client.takeCommitError()).toBeDefined()
    expect(await count()).toBe(before)
    await insert(1)
    expect(await count()).toBe(before + 1)
  })

  it('finds the file again that was taken away and put back', async () => {
    const file = url.replace('file:', '')
    const other = await openSqlite(url)
    const before = await count()
    renameSync(file, `${file}.away`)
    expect(await openAfresh(other)).toBe('SQLITE_CANTOPEN')
    expect(existsSync(file)).toBe(false) // no empty database in its place
    renameSync(`${file}.away`, file)
    await other.execute('INSERT INTO entries (parent) VALUES (NULL)')
    expect(await count()).toBe(before + 1)
    other.close()
  })

  it('shares the file with other processes, and every row of all is there', async () => {
    const before = await count()
    const others = [1, 2].map(() => writeElsewhere(40))
    for (let i = 0; i < 40; i += 1) await insert(3)
    expect(await Promise.all(others)).toEqual([0, 0])
    expect(await count()).toBe(before + 3 * 120)
  })
})

const turns = async (times: number) => {
  for (let i = 0; i < times; i += 1) await new Promise((resolve) => setTimeout(resolve, 1))
}

const pages = async () => Number((await client.execute('PRAGMA page_count')).rows[0]?.[0])

/** Lets a client give its connection up, so that the next use opens another. @returns the code */
async function openAfresh(other: SafeClient): Promise<string> {
  const transaction = await other.transaction('write')
  await transaction.execute(`PRAGMA max_page_count = ${await pages()}`)
  await transaction.execute('INSERT INTO parents (note) VALUES (zeroblob(1000000))').catch(() => {})
  await transaction.rollback()
  return other.transaction('write').then(
    () => '',
    (error: { code: string }) => error.code,
  )
}

/** @returns the exit code of a process that makes so many transactions of three rows. */
function writeElsewhere(transactions: number): Promise<number | null> {
  const script = fileURLToPath(new URL('../support/sqliteWriter.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, url, String(transactions)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  return new Promise((resolve) => child.on('exit', resolve))
}
