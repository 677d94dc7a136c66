import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Db } from 'mongodb'
import type { PayloadRequest } from 'payload'
import { OneWriter } from '../../src/mongo/OneWriter.ts'
import { hasTransactions } from '../../src/mongo/topology.ts'
import { owner } from '../../src/owner.ts'
import type { Report } from '../../src/payload-types.ts'
import { boot, type Booted } from '../support/boot.ts'
import { furnish, newReport, type Office } from '../support/office.ts'

let booted: Booted
let office: Office
let report: Report
let standalone: boolean

beforeAll(async () => {
  booted = await boot()
  standalone = !(await hasTransactions(database().connection))
  office = await furnish(booted.payload)
  report = await newReport(booted.payload, office.town.id, 2024)
})
afterAll(() => booted.stop())

const database = () => booted.payload.db as unknown as MongooseAdapter
const native = () => database().connection.getClient().db()
const raw = (collection: string) => native().collection<{ _id: string }>(collection)

/** All that a collection holds, as it is stored. */
const stored = (collection: string) => raw(collection).find().sort({ _id: 1 }).toArray()

type Within = PayloadRequest & { transactionID: string }

async function within(work: (req: PayloadRequest) => Promise<unknown>): Promise<Within> {
  const transactionID = await booted.payload.db.beginTransaction()
  const req = { payload: booted.payload, transactionID } as unknown as Within
  await work(req)
  return req
}

/** One of each way to write, in an order in which later ones touch what earlier ones did. */
const changes: [string, (req: PayloadRequest) => Promise<unknown>][] = [
  [
    'a new document',
    (req) => booted.payload.db.create({ collection: 'channels', data: channel('a'), req }),
  ],
  ['a changed document', (req) => update({ region: '别处' }, req)],
  [
    'many changed documents',
    (req) =>
      booted.payload.db.updateMany({
        collection: 'organizations',
        where: {},
        data: { region: '都变' },
        req,
      }),
  ],
  [
    'a deleted document',
    (req) =>
      booted.payload.db.deleteOne({
        collection: 'organizations',
        where: { slug: { equals: 'baiyun' } },
        req,
      }),
  ],
  [
    'many deleted documents',
    (req) => booted.payload.db.deleteMany({ collection: 'organizations', where: {}, req }),
  ],
]

const channel = (slug: string) => ({
  slug,
  name: slug,
  kind: 'website',
  organization: office.town.id,
})
const update = (data: Record<string, unknown>, req?: PayloadRequest) =>
  booted.payload.db.updateOne({ collection: 'organizations', id: office.town.id, data, req })
const regionSeen = async () =>
  (await booted.payload.findByID({ collection: 'organizations', id: office.town.id })).region

describe('a transaction that is taken back', () => {
  it.each(changes)('leaves nothing of %s', async (_, change) => {
    const before = [await stored('organizations'), await stored('channels')]
    const req = await within(change)
    await booted.payload.db.rollbackTransaction(req.transactionID)
    expect([await stored('organizations'), await stored('channels')]).toEqual(before)
  })

  it('leaves nothing of all of them together', async () => {
    const before = [await stored('organizations'), await stored('channels')]
    const req = await within(async (each) => {
      for (const [, change] of changes) await change(each)
    })
    await booted.payload.db.rollbackTransaction(req.transactionID)
    expect([await stored('organizations'), await stored('channels')]).toEqual(before)
  })
})

describe('what a transaction writes', () => {
  it('is seen by itself at once, by others when it has ended', async () => {
    const req = await within((each) => update({ region: '新区' }, each))
    const own = await booted.payload.findByID({
      collection: 'organizations',
      id: office.town.id,
      req,
    })
    expect(own.region).toBe('新区')
    const seen = regionSeen()
    await booted.payload.db.commitTransaction(req.transactionID)
    expect(['示例省示例市', '新区']).toContain(await seen) // of a real transaction the old one
    expect(await regionSeen()).toBe('新区')
  })

  it('is one after the other, whoever writes', async () => {
    const rounds = Array.from({ length: 12 }, (_, i) => i)
    await Promise.all(
      rounds.map((i) =>
        booted.payload.create({ collection: 'channels', data: channel(`c${i}`) as never }),
      ),
    )
    const { totalDocs } = await booted.payload.count({ collection: 'channels' })
    expect(totalDocs).toBe(12)
  })
})

describe('one who has to read much as of one moment', () => {
  it('lets everybody read meanwhile, and nobody write', async () => {
    if (!standalone) return // the server has snapshots
    const before = await regionSeen()
    const turn = await database().beginTransaction({ readOnly: true })
    let isWritten = false
    const writing = update({ region: '后来' }).then(() => (isWritten = true))
    for (let reads = 0; reads < 20; reads += 1) expect(await regionSeen()).toBe(before)
    expect(isWritten).toBe(false)
    await database().commitTransaction(turn!)
    await writing
    expect(await regionSeen()).toBe('后来')
  })
})

describe('a writer that was killed', () => {
  it('leaves nothing half done: the next to read sees the last complete state', async () => {
    if (!standalone) return // the server itself sees to it
    const before = await stored('reports')
    const transaction = 'killed'
    await raw('gongkai-journal').insertOne({
      _id: `${transaction}/1`,
      transaction,
      number: 1,
      collection: 'reports',
      document: report.id,
      before: before[0],
    } as never)
    await raw('reports').updateOne({ _id: report.id }, { $set: { revision: 99 } })
    const gone = `${owner.split('/')[0]}/999999999/boot`
    await raw('gongkai-writer').updateOne(
      { _id: 'writer' },
      { $set: { owner: gone, transaction, beat: 3 } },
    )
    const read = await booted.payload.findByID({ collection: 'reports', id: report.id })
    expect(read.revision).toBe(report.revision)
    expect(await stored('reports')).toEqual(before)
    const { docs } = await booted.payload.find({
      collection: 'audit-entries',
      where: { action: { equals: 'recover' } },
      depth: 0,
    })
    expect(docs).toMatchObject([
      { report: report.id, actorName: '系统', details: { documents: 1 } },
    ])
    expect(await stored('gongkai-journal')).toEqual([])
  })
})

describe('a rollback that the line was lost for', () => {
  it('frees the turn, and is made up for by whoever comes next', async () => {
    if (!standalone) return // the server itself sees to it
    let isAway = false
    const lost = {
      collection: (name: string) =>
        new Proxy(native().collection(name), {
          get(target, key) {
            if (isAway && name === 'gongkai-journal') throw new Error('the line is lost')
            const member: unknown = Reflect.get(target, key)
            return typeof member === 'function' ? (member.bind(target) as unknown) : member
          },
        }),
    } as unknown as Db
    const writer = new OneWriter(lost)
    const before = await stored('reports')
    const half = await writer.begin()
    await writer.touch(half, 'reports', [report.id])
    await raw('reports').updateOne({ _id: report.id }, { $set: { revision: 99 } })
    isAway = true
    await expect(writer.rollBack(half)).rejects.toThrow('lost')
    isAway = false
    const next = await writer.begin()
    expect(await stored('reports')).toEqual(before)
    await writer.commit(next)
  })
})
