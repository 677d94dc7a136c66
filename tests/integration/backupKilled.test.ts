import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { backUp } from '../../src/backup/backUp.ts'
import { restore } from '../../src/backup/restore.ts'
import { another, dropped, mongo, open } from '../support/anotherDatabase.ts'
import type { Orders } from '../support/backupWorker.ts'
import { linesOf } from '../support/backupFile.ts'
import { boot, type Booted } from '../support/boot.ts'
import { asSet, countsOf, everythingIn } from '../support/everything.ts'
import { furnish, newReport } from '../support/office.ts'
import { kill, workersOf, type Workers } from '../support/workers.ts'

/** A process that restores is killed; what the next one finds must not be taken for an office. */

const product = '0.1.0'
const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-killed-'))
const file = path.join(folder, 'office.backup')

let booted: Booted
let workers: Workers
let documents: number

beforeAll(async () => {
  booted = await boot()
  const { town } = await furnish(booted.payload)
  await newReport(booted.payload, town.id, 2024)
  await backUp(booted.payload, file, { product })
  documents = linesOf(file).filter((line) => 'document' in line).length
  workers = await workersOf('backupWorker.ts')
})
afterAll(async () => {
  await booted.stop()
  workers.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** @param uri of the database to restore into */
async function restoreAndKill(uri: string, stillAfter: number): Promise<void> {
  process.env.DATABASE_URI = uri
  const worker = await workers.start()
  worker.send({ command: 'restore', file, product, stillAfter } satisfies Orders)
  expect(await once(worker, 'message')).toEqual(['still', undefined])
  await kill(worker)
}

it.each([
  ['half-way', () => 20],
  ['when all was written and nothing looked at', () => documents],
])('a restore that was killed %s is not taken for one that is done', async (_, stillAfter) => {
  const target = await another(booted.config)
  await restoreAndKill(target.uri, stillAfter())
  if (mongo) {
    await expect(open(booted.config, target.uri)).rejects.toThrow('开始而未完成')
    await expect(restore(target.payload, file, { product })).rejects.toThrow('不是空的')
    await dropped(target.payload)
    const anew = await open(booted.config, target.uri)
    await restore(anew, file, { product })
    expect(asSet(await everythingIn(anew))).toEqual(asSet(await everythingIn(booted.payload)))
    await dropped(anew)
  } else {
    expect(await countsOf(target.payload)).toBe(0)
    await restore(target.payload, file, { product })
    expect(await everythingIn(target.payload)).toEqual(await everythingIn(booted.payload))
    await target.stop()
  }
})
