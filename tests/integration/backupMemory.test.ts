import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Payload, PayloadRequest } from 'payload'
import { canonicalJson, digestOf } from '../../src/publication/canonical.ts'
import { another, type AnotherDatabase } from '../support/anotherDatabase.ts'
import type { Orders } from '../support/backupWorker.ts'
import { boot, type Booted } from '../support/boot.ts'
import { furnish, newReport, type Office } from '../support/office.ts'
import { reportContent } from '../support/publications.ts'
import { kill, workersOf, type Workers } from '../support/workers.ts'

/** Processes that could not hold what they carry: 1,500 publications of some 45 kB. */

const product = '0.1.0'
const publications = 1_500
const overview = `<p>${'The text of a report. '.repeat(1_000)}</p>`
const heapMegabytes = 110

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-memory-'))
const file = path.join(folder, 'office.backup')
let booted: Booted
let workers: Workers
let target: AnotherDatabase

beforeAll(async () => {
  booted = await boot()
  await publishMuch(booted.payload, await furnish(booted.payload))
  target = await another(booted.config)
  workers = await workersOf('backupWorker.ts')
}, 300_000)
afterAll(async () => {
  await Promise.all([booted.stop(), target.stop()])
  workers.remove()
  rmSync(folder, { recursive: true, force: true })
})

async function publishMuch(payload: Payload, { town }: Office): Promise<void> {
  const { id: report } = await newReport(payload, town.id, 2021)
  const { slug, name } = town
  const content = reportContent({ slug, name, year: 2021, overview })
  const data = {
    ...{ title: content.title, report, organization: town.id },
    ...{ organizationSlug: slug, organizationName: name, region: '', year: 2021 },
    ...{ format: content.format, state: 'superseded', digest: digestOf(content), latest: false },
    ...{ publishedAt: new Date().toISOString(), content: canonicalJson(content), searchText: '' },
  }
  const transactionID = await payload.db.beginTransaction()
  const req = { payload, transactionID } as PayloadRequest
  for (let revision = 1; revision <= publications; revision += 1) {
    const numbered = { ...data, revision, sequence: revision }
    await payload.db.create({ collection: 'publications', data: numbered, req, returning: false })
  }
  await payload.db.commitTransaction(transactionID!)
}

async function run(uri: string, command: Orders['command']): Promise<void> {
  process.env.DATABASE_URI = uri
  const worker = await workers.start([`--max-old-space-size=${heapMegabytes}`])
  worker.send({ command, file, product } satisfies Orders)
  const said = await Promise.race([once(worker, 'message'), once(worker, 'exit')])
  expect(said[0]).toBe('done')
  await kill(worker)
}

it('are backed up and restored', async () => {
  await run(process.env.DATABASE_URI!, 'backUp')
  await run(target.uri, 'restore')
  const { totalDocs } = await target.payload.count({ collection: 'publications' })
  expect(totalDocs).toBe(publications)
}, 300_000)
