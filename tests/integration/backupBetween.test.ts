import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'
import { backUp } from '../../src/backup/backUp.ts'
import { keepsIds } from '../../src/backup/contents.ts'
import { restore, type Restored } from '../../src/backup/restore.ts'
import {
  anotherMongo,
  anotherSqlite,
  dropped,
  open,
  type AnotherDatabase,
} from '../support/anotherDatabase.ts'
import { linesOf } from '../support/backupFile.ts'
import { boot, type Booted } from '../support/boot.ts'
import { asSet, everythingIn } from '../support/everything.ts'
import { furnishFully, type FullOffice } from '../support/fullOffice.ts'
import { password } from '../support/office.ts'

/** From either database into the other and back. In the run on MongoDB alone: see jest.config.mjs. */

const product = '0.1.0'
const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-between-'))
let files = 0

let booted: Booted
let lite: AnotherDatabase
let office: FullOffice

beforeAll(async () => {
  booted = await boot()
  lite = await anotherSqlite(booted.config)
  for (const payload of [booted.payload, lite.payload]) {
    payload.collections.media.config.upload.staticDir = path.join(folder, 'media')
  }
  office = await furnishFully(lite.payload)
  await furnishFully(booted.payload)
})
afterAll(async () => {
  await Promise.all([booted.stop(), lite.stop()])
  rmSync(folder, { recursive: true, force: true })
})

interface Passed extends Restored {
  file: string
}

async function pass(from: Payload, to: Payload): Promise<Passed> {
  const file = path.join(folder, `${(files += 1)}.backup`)
  await backUp(from, file, { product })
  to.collections.media.config.upload.staticDir = path.join(folder, `media-${files}`)
  return { file, ...(await restore(to, file, { product })) }
}

/** What a backup holds of documents, but for the ids that each database makes for itself. */
const documentsIn = (file: string) =>
  linesOf(file)
    .filter((line) => 'document' in line)
    .map(({ in: slug, document: { id, ...document } }) => ({
      ...{ slug, document },
      id: keepsIds(slug as string) ? (id as string) : undefined,
    }))

/** The ids as MongoDB itself has them. */
async function storedIds({ db }: Payload, slug: string): Promise<unknown[]> {
  const { collection } = (db as unknown as MongooseAdapter).collections[slug]!
  const found = await collection.find({}, { sort: { _id: 1 } }).toArray()
  return found.map(({ _id }) => _id)
}

it('is the same after SQLite, MongoDB and SQLite', async () => {
  const mongo = await anotherMongo(booted.config)
  const again = await anotherSqlite(booted.config)
  const there = await pass(lite.payload, mongo.payload)
  const back = await pass(mongo.payload, again.payload)
  const before = await everythingIn(lite.payload)
  expect(await everythingIn(again.payload)).toEqual(before)
  expect(documentsIn(back.file)).toEqual(documentsIn(there.file))
  expect(asSet(await everythingIn(mongo.payload))).toEqual(asSet(before))
  expect(await storedIds(mongo.payload, 'reports')).toEqual(before.reports!.map(({ id }) => id))
  await expectAtHome(mongo.payload)
  await Promise.all([mongo.stop(), again.stop()])
})

it('is the same after MongoDB, SQLite and MongoDB', async () => {
  const between = await anotherSqlite(booted.config)
  const again = await anotherMongo(booted.config)
  const there = await pass(booted.payload, between.payload)
  const back = await pass(between.payload, again.payload)
  expect(documentsIn(back.file)).toEqual(documentsIn(there.file))
  expect(asSet(await everythingIn(again.payload))).toEqual(
    asSet(await everythingIn(booted.payload)),
  )
  await Promise.all([between.stop(), again.stop()])
})

/** Links, logins, conditions across collections and keys with ids in them work as before. */
async function expectAtHome(payload: Payload): Promise<void> {
  const data = { email: office.people.editor.email, password }
  const { user } = await payload.login({ collection: 'users', data })
  expect(user?.id).toBe(office.people.editor.id)
  const report = await payload.findByID({ collection: 'reports', id: office.report })
  expect(report).toMatchObject({ organization: { slug: 'qinghe' }, channels: [{}] })
  const { docs } = await payload.find({
    collection: 'table-rows',
    where: { 'report.organization.slug': { equals: 'qinghe' } },
    limit: 1,
  })
  expect(docs).toHaveLength(1)
  const dates = await payload.find({
    collection: 'publications',
    where: { publishedAt: { greater_than: '2000-01-01' } }, // compares with dates, not with text
  })
  expect(dates.totalDocs).toBe(2)
  const preferences = await payload.find({
    collection: 'payload-preferences',
    where: {
      and: [
        { key: { equals: `collection-reports-${office.report}` } },
        { 'user.value': { equals: office.people.editor.id } },
        { 'user.relationTo': { equals: 'users' } },
      ],
    },
  })
  expect(preferences.totalDocs).toBe(1)
}

it('leaves empty on SQLite what points to what was deleted, and says so', async () => {
  const target = await anotherSqlite(booted.config)
  const { db } = booted.payload
  const gone = await db.create({
    collection: 'users',
    data: { name: '离职人员', email: 'gone@demo.example', roles: ['editor'] },
  })
  const actorName = '离职人员'
  await db.create({
    collection: 'audit-entries',
    data: { action: 'edit', actor: gone.id, actorName },
  })
  await db.deleteOne({ collection: 'users', where: { id: { equals: gone.id } } })
  const { emptied } = await pass(booted.payload, target.payload)
  expect(emptied).toEqual([`users/${gone.id}`])
  const where = { actorName: { equals: actorName } }
  expect(await target.payload.db.findOne({ collection: 'audit-entries', where })).toMatchObject({
    actor: null,
  })
  await target.stop()
})

const nativeOf = ({ db }: Payload) => (db as unknown as MongooseAdapter).connection.getClient().db()

it('on MongoDB stays marked as not done when a part of it can neither be finished nor taken away', async () => {
  const { payload: target, uri } = await anotherMongo(booted.config)
  const file = path.join(folder, 'cut.backup')
  await backUp(booted.payload, file, { product })
  const { collection: users } = (target.db as unknown as MongooseAdapter).collections.users!
  const { create } = target.db
  target.db.create = (args) =>
    args.collection === 'reports' ? Promise.reject(new Error('cut')) : create(args)
  users.deleteMany = () => Promise.reject(new Error('cut again'))
  await expect(restore(target, file, { product })).rejects.toThrow('cut again')
  await expect(open(booted.config, uri)).rejects.toThrow('开始而未完成')
  await dropped(target)
})

it('on MongoDB is one at a time: a second is refused while another fills the database', async () => {
  const { payload: target } = await anotherMongo(booted.config)
  const file = path.join(folder, 'second.backup')
  await backUp(booted.payload, file, { product })
  const marks = nativeOf(target).collection<{ _id: string }>('gongkai-restore')
  await marks.insertOne({ _id: 'restore' })
  await expect(restore(target, file, { product })).rejects.toThrow('另一个恢复')
  expect(await marks.countDocuments()).toBe(1)
  await marks.deleteMany({})
  await restore(target, file, { product })
  expect(await marks.countDocuments()).toBe(0)
  await dropped(target)
})
