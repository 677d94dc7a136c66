import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setImmediate as pause } from 'node:timers/promises'
import type { Payload } from 'payload'
import { backUp } from '../../src/backup/backUp.ts'
import { check } from '../../src/backup/check.ts'
import { backedUp } from '../../src/backup/contents.ts'
import { Refusal } from '../../src/backup/Refusal.ts'
import { restore } from '../../src/backup/restore.ts'
import { loadTables } from '../../src/desk/loadTables.ts'
import { saveTables } from '../../src/desk/saveTables.ts'
import type { AuditEntry, Report } from '../../src/payload-types.ts'
import { beginRestore, endRestore } from '../../src/backup/unfinished.ts'
import { anotherMongo, anotherSqlite, type AnotherDatabase } from '../support/anotherDatabase.ts'
import { linesOf, writeLines, type Line } from '../support/backupFile.ts'
import { boot, type Booted } from '../support/boot.ts'
import { furnishFully, requestOf, type FullOffice } from '../support/fullOffice.ts'
import { newReport, password } from '../support/office.ts'

const product = '0.1.0'
const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-backup-'))
const pictures = path.join(folder, 'media')
const file = path.join(folder, 'office.backup')
const isMongo = Boolean(process.env.TEST_MONGODB_URI)

let booted: Booted
let payload: Payload
let office: FullOffice

beforeAll(async () => {
  booted = await boot()
  payload = booted.payload
  keepPicturesIn(pictures)
  office = await furnishFully(payload)
  await backUp(payload, file, { product })
})
afterAll(async () => {
  await booted.stop()
  rmSync(folder, { recursive: true, force: true })
})

function keepPicturesIn(place: string): void {
  booted.payload.collections.media.config.upload.staticDir = place
}

const sameKind = (): Promise<AnotherDatabase> =>
  isMongo ? anotherMongo(booted.config) : anotherSqlite(booted.config)

let lastPictures: string

/** Pictures go to a folder of their own, as on another machine. */
async function restoreInto(target: Payload, from = file) {
  const own = mkdtempSync(path.join(folder, 'media-'))
  lastPictures = own
  keepPicturesIn(own)
  try {
    return { pictures: own, ...(await restore(target, from, { product })) }
  } finally {
    keepPicturesIn(pictures)
  }
}

/** Everything that a database holds, by collection, in the order of ids. */
async function everythingIn(from: Payload): Promise<Record<string, any[]>> {
  const entries = backedUp(booted.config).map(async ({ slug }) => {
    const collection = slug
    const { docs } = await from.db.find<any>({ collection, sort: 'id', pagination: false })
    return [slug, docs.map(({ sessions: _, ...document }) => document as object)] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** On MongoDB what is not set may be there or not, and a restore puts it as SQLite would. */
const asSet = (all: unknown): unknown =>
  isMongo
    ? JSON.parse(JSON.stringify(all), (_, value: unknown) => (isNothing(value) ? undefined : value))
    : all
const isNothing = (value: unknown) =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0)

const countsOf = async (from: Payload) =>
  Object.values(await everythingIn(from)).reduce((sum, { length }) => sum + length, 0)

const otherPath = (name: string) => path.join(folder, name)

describe('a backup', () => {
  it('holds everything, from every collection', async () => {
    const held = linesOf(file).filter((line) => 'document' in line)
    const stored = await everythingIn(payload)
    for (const [slug, documents] of Object.entries(stored)) {
      expect([slug, documents.length]).not.toEqual([slug, 0]) // else this test proves nothing of it
      expect([slug, held.filter((line) => line.in === slug).length]).toEqual([
        slug,
        documents.length,
      ])
    }
    const sessions = await payload.db.find<any>({ collection: 'users', pagination: false })
    expect(JSON.stringify(held)).toContain((sessions.docs[0] as { hash: string }).hash)
  })

  it('can be read by its owner alone, and leaves nothing else behind', () => {
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
  })

  it('does not overwrite a file, unless forced', async () => {
    const other = otherPath('precious')
    writeFileSync(other, 'precious')
    await expect(backUp(payload, other, { product })).rejects.toThrow('文件已存在')
    expect(readFileSync(other, 'utf8')).toBe('precious')
    await backUp(payload, other, { product, force: true })
    await check(booted.config, other, product)
  })

  it('leaves out who is signed in', async () => {
    await payload.login({
      collection: 'users',
      data: { email: office.people.editor.email, password },
    })
    const other = otherPath('signed-in')
    await backUp(payload, other, { product })
    const users = linesOf(other).filter((line) => line.in === 'users')
    expect(users.filter(({ document }) => document.sessions)).toEqual([])
  })

  it('tells of a publication whose content was changed, and would not be restored', async () => {
    const where = { organizationSlug: { equals: 'qinghe' } }
    const found = await payload.db.findOne<any>({ collection: 'publications', where })
    const change = (content: string) =>
      payload.db.updateOne({
        collection: 'publications',
        id: found.id,
        data: { content, updatedAt: found.updatedAt },
      })
    await change((found.content as string).replace('2019', '2018'))
    const other = otherPath('broken')
    const { broken } = await backUp(payload, other, { product })
    await change(found.content as string)
    expect(broken).toEqual([`publications/${found.id}`])
    await expect(check(booted.config, other, product)).rejects.toThrow('摘要值不符')
  })
})

describe('a restored database', () => {
  let other: AnotherDatabase
  let restored: Awaited<ReturnType<typeof restoreInto>>

  beforeAll(async () => {
    other = await sameKind()
    restored = await restoreInto(other.payload)
  })
  afterAll(() => other.stop())

  it('has every document as it was', async () => {
    expect(asSet(await everythingIn(other.payload))).toEqual(asSet(await everythingIn(payload)))
    expect(restored.dangling).toEqual([])
  })

  it('has the pictures as they were', () => {
    const names = readdirSync(pictures)
    expect(names).not.toEqual([])
    expect(readdirSync(restored.pictures)).toEqual(names)
    for (const name of names) {
      const before = readFileSync(path.join(pictures, name))
      expect(readFileSync(path.join(restored.pictures, name)).equals(before)).toBe(true)
    }
  })

  it('lets people in with their passwords and programs with their keys', async () => {
    const data = { email: office.people.editor.email, password }
    const { user } = await other.payload.login({ collection: 'users', data })
    expect(user?.name).toBe(office.people.editor.name)
    const headers = new Headers({ Authorization: `api-clients API-Key ${office.apiKey}` })
    expect((await other.payload.auth({ headers })).user).toMatchObject({ name: '公众号系统' })
  })

  it('still refuses a second of what is unique', async () => {
    const again = other.payload.db.create({
      collection: 'organizations',
      data: { name: '又一个', slug: 'qinghe' },
    })
    await expect(again).rejects.toThrow()
  })

  it('is not restored into again', async () => {
    const before = await everythingIn(other.payload)
    await expect(restoreInto(other.payload)).rejects.toThrow('目标数据库不是空的')
    expect(await everythingIn(other.payload)).toEqual(before)
  })

  it('gives the same backup', async () => {
    const again = otherPath('again')
    keepPicturesIn(restored.pictures)
    await backUp(other.payload, again, { product }).finally(() => keepPicturesIn(pictures))
    const withoutLogins = (lines: Line[]) =>
      lines
        .slice(1, -1)
        .filter(({ in: slug }) => slug !== 'users')
        .map((line) => JSON.stringify(line))
    expect(withoutLogins(linesOf(again))).toEqual(withoutLogins(linesOf(file)))
  })
})

describe('a file that is not as it was written', () => {
  const bytes = () => readFileSync(file)
  const changed = async (content: Buffer) => {
    const other = otherPath('changed')
    writeFileSync(other, content)
    await check(booted.config, other, product)
  }

  it('is noticed wherever one bit of it is another', async () => {
    const { length } = bytes()
    const positions = [0, 3, 9, length - 1, length - 9, length - 100, length - 130]
    for (let i = 0; i < 60; i += 1) positions.push(Math.floor(Math.random() * length))
    for (const position of positions) {
      const content = bytes()
      content[position]! ^= 1 << Math.floor(Math.random() * 8)
      await expect(changed(content).then(() => position)).rejects.toThrow(Refusal)
    }
  })

  it('is noticed wherever it was cut off, and when something follows', async () => {
    const { length } = bytes()
    const ends = [0, 1, 20, length - 1, length - 140]
    for (let i = 0; i < 20; i += 1) ends.push(Math.floor(Math.random() * length))
    for (const end of ends) {
      await expect(changed(bytes().subarray(0, end))).rejects.toThrow('备份文件已损坏')
    }
    await expect(changed(Buffer.concat([bytes(), Buffer.from([0])]))).rejects.toThrow('已损坏')
  })

  const documentIn = (lines: Line[], slug: string) =>
    lines.find((line) => line.in === slug && 'document' in line)!.document as Line

  it.each<[string, (lines: Line[]) => void, string, boolean?]>([
    ['of a newer format', (lines) => (lines[0]!.format = 2), '更新的版本'],
    ['of a newer product', (lines) => (lines[0]!.product = '0.1.1'), '更新的版本'],
    ['of an older line of versions', (lines) => (lines[0]!.product = '0.0.9'), '先用 0.0.9'],
    ['of another product', (lines) => (lines[0]!.gongkai = 'no'), '不是公开（Gongkai）的备份'],
    ['without its trailer', (lines) => lines.pop(), '缺少结尾', false],
    [
      'with a wrong count',
      (lines) => (lines.at(-1)!.collections.users.documents = 1),
      '记录数不符',
      false,
    ],
    [
      'with a wrong digest',
      (lines) => (lines.at(-1)!.collections.users.sha256 = ''),
      '摘要不符',
      false,
    ],
    ['with a document less', (lines) => lines.splice(2, 1), '摘要不符', false],
    [
      'with another content in a publication',
      (lines) => (documentIn(lines, 'publications').content = '{}'),
      '内容与其摘要值不符',
    ],
    [
      'with a field that is not known',
      (lines) => (documentIn(lines, 'users').age = 1),
      'users.age',
    ],
    ['with a collection that is not known', (lines) => (lines[1]!.in = 'robots'), 'robots'],
    [
      'with a file outside of its folder',
      (lines) => (lines.find((line) => 'file' in line)!.file = '../evil.png'),
      '不合规',
    ],
  ])('%s is refused before anything is written', async (_, change, reason, isCounted = true) => {
    const lines = linesOf(file)
    change(lines)
    const other = otherPath('crafted')
    await writeLines(other, lines, isCounted)
    await expect(check(booted.config, other, product)).rejects.toThrow(reason)
  })

  it('is not crafted by the helper itself', async () => {
    const other = otherPath('crafted')
    await writeLines(other, linesOf(file))
    await expect(check(booted.config, other, product)).resolves.toMatchObject({ dangling: [] })
  })
})

describe('an older backup', () => {
  it('gets the defaults of fields that came since', async () => {
    const lines = linesOf(file)
    for (const { in: slug, document } of lines) if (slug === 'reports') delete document.stage
    const older = otherPath('older')
    await writeLines(older, lines)
    const { payload: target, stop } = await sameKind()
    await restoreInto(target, older)
    const { reports } = await everythingIn(target)
    expect(new Set(reports!.map(({ stage }) => stage as string))).toEqual(new Set(['drafting']))
    await stop()
  })
})

describe('a restore that fails half-way', () => {
  it.each<[string, (create: Payload['db']['create'], calls: number) => Payload['db']['create']]>([
    [
      'since the database fails',
      (create, at) => {
        let calls = 0
        return (args) => {
          calls += 1
          if (calls === at) throw new Error('disk full')
          return create(args)
        }
      },
    ],
    [
      'since the database did not keep what it was given',
      (create) => (args) =>
        create(
          args.collection === 'audit-entries'
            ? { ...args, data: { ...args.data, comment: '' } }
            : args,
        ),
    ],
  ])('leaves the database empty: %s', async (_, spoil) => {
    const { payload: target, stop } = await sameKind()
    const { create } = target.db
    target.db.create = spoil(create.bind(target.db) as never, 100) as never
    await expect(restoreInto(target)).rejects.toThrow(/disk full|不一致/)
    expect(await countsOf(target)).toBe(0)
    expect(readdirSync(lastPictures)).toEqual([])
    target.db.create = create
    await restoreInto(target) // so nothing stands in the way of the next
    expect(await countsOf(target)).toBe(await countsOf(payload))
    await stop()
  })

  it('leaves the database empty when a picture of that name is another', async () => {
    const { payload: target, stop } = await sameKind()
    const place = path.join(folder, 'media-taken')
    const [name] = readdirSync(pictures)
    mkdirSync(place)
    writeFileSync(path.join(place, name!), 'another')
    keepPicturesIn(place)
    await expect(restore(target, file, { product })).rejects.toThrow('同名而内容不同')
    keepPicturesIn(pictures)
    expect(await countsOf(target)).toBe(0)
    expect(readFileSync(path.join(place, name!), 'utf8')).toBe('another')
    expect(readdirSync(place)).toEqual([name])
    await stop()
  })
})

const rows = ['regulations', 'normativeDocuments'] as const
const setAll = (value: number) =>
  Object.fromEntries(rows.map((row) => [row, { issued: value, inForce: value }]))

/** Without a snapshot a backup waits for a pause, see the test after. */
const onSnapshots = isMongo ? it.skip : it

describe('while the office goes on saving', () => {
  async function saveUntil(report: Report, isOver: () => boolean): Promise<number> {
    const req = await requestOf(payload, office)
    let { revision } = report
    while (!isOver()) {
      const tables = { disclosure: setAll(revision + 1) }
      const saved = await saveTables({ ...req }, report.id, {
        ...{ revision, tables, hold: { reason: '试' } },
      })
      revision = saved.revision
      await pause() // SQLite answers at once, so that nothing else would ever get its turn
    }
    return revision
  }

  onSnapshots('a backup shows one moment', async () => {
    const reports = [
      await newReport(payload, office.town.id, 2031),
      await newReport(payload, office.otherTown.id, 2031),
    ]
    let isOver = false
    const saving = Promise.all(reports.map((report) => saveUntil(report, () => isOver)))
    const during = otherPath('during')
    await backUp(payload, during, { product }).finally(() => (isOver = true))
    const last = await saving
    const { payload: target, stop } = await sameKind()
    await restoreInto(target, during)
    for (const [at, { id }] of reports.entries()) {
      const report = await target.findByID({ collection: 'reports', id, depth: 0 })
      expect(last[at]).toBeGreaterThan(report.revision)
      await expectOneState(target, report)
    }
    await stop()
  })

  async function expectOneState(target: Payload, report: Report): Promise<void> {
    const req = await requestOf(target, office)
    const { tables } = await loadTables(req, report)
    const expected = report.revision === 0 ? null : report.revision
    for (const row of rows) {
      expect(tables.disclosure[row]).toMatchObject({ issued: expected, inForce: expected })
    }
    const { docs } = await target.db.find<AuditEntry>({
      collection: 'audit-entries',
      where: {
        and: [{ report: { equals: report.id } }, { action: { equals: 'saveTables' } }],
      },
      pagination: false,
    })
    const revisions = docs.map(({ details }) => (details as { revision: number }).revision)
    expect(revisions.sort((a, b) => a - b)).toEqual(
      Array.from({ length: report.revision }, (_, i) => i + 1),
    )
  }
})

const withMongo = isMongo ? describe : describe.skip

withMongo('without snapshots', () => {
  it('a backup that somebody saved during is made anew, and says that it was compared', async () => {
    const other = otherPath('compared')
    let saves = 0
    const result = await backUp(payload, other, {
      product,
      onProgress(done, total) {
        if (done !== total || saves > 0) return
        saves += 1
        void payload.db.updateMany({
          collection: 'organizations',
          where: { slug: { equals: 'qinghe' } },
          data: { region: '改动过的地区' },
        })
      },
    })
    if (result.manifest.consistency === 'snapshot') return
    expect(saves).toBe(1)
    expect(JSON.stringify(linesOf(other))).toContain('改动过的地区')
  })
})

withMongo('a restore that was killed', () => {
  it('is not taken for one that is done', async () => {
    const { payload: target, stop } = await anotherMongo(booted.config)
    await beginRestore(target)
    await expect(restoreInto(target)).rejects.toThrow('开始而未完成')
    await expect(backUp(target, otherPath('half'), { product })).rejects.toThrow('开始而未完成')
    await endRestore(target)
    await restoreInto(target)
    await backUp(target, otherPath('half'), { product })
    await stop()
  })
})

withMongo('from one database into the other', () => {
  let lite: AnotherDatabase
  let mongo: AnotherDatabase
  let liteAgain: AnotherDatabase

  beforeAll(async () => {
    lite = await anotherSqlite(booted.config)
    mongo = await anotherMongo(booted.config)
    liteAgain = await anotherSqlite(booted.config)
    office = await furnishFully(lite.payload)
    await pass(lite, mongo)
    await pass(mongo, liteAgain)
  })
  afterAll(() => Promise.all([lite, mongo, liteAgain].map(({ stop }) => stop())))

  async function pass(from: AnotherDatabase, to: AnotherDatabase): Promise<void> {
    const between = otherPath('between')
    await backUp(from.payload, between, { product, force: true })
    await restoreInto(to.payload, between)
  }

  const short = (id: string) => id.replaceAll('-', '').slice(0, 24)
  const asUuid = (id: string) =>
    `${id.slice(0, 8)}-${id.slice(8, 12)}-8${id.slice(12, 15)}-8${id.slice(15, 18)}-${id.slice(18)}6f6964`

  /** Puts another in place of every id, wherever it stands. */
  async function rewritten(from: Payload, rewrite: (id: string) => string): Promise<unknown> {
    const all = await everythingIn(from)
    let text = JSON.stringify(all)
    for (const { id } of Object.values(all).flat()) {
      text = text.replaceAll(id as string, rewrite(id as string))
    }
    return inOrder(JSON.parse(text) as Record<string, any[]>)
  }
  const inOrder = (all: Record<string, any[]>) =>
    Object.fromEntries(
      Object.entries(all).map(([slug, documents]) => [
        slug,
        documents.sort((a, b) => (a.id < b.id ? -1 : 1)),
      ]),
    )

  it('leaves no id behind as the other database had it', async () => {
    const before = Object.values(await everythingIn(lite.payload)).flat()
    const after = JSON.stringify(await everythingIn(mongo.payload))
    expect(before.filter(({ id }) => after.includes(id as string))).toEqual([])
    for (const { id } of before) expect(after).toContain(short(id as string))
  })

  it('keeps every document through MongoDB and back, but for its ids', async () => {
    expect(inOrder(await everythingIn(liteAgain.payload))).toEqual(
      await rewritten(lite.payload, (id) => asUuid(short(id))),
    )
  })

  it('gives a MongoDB its own ids again', async () => {
    const second = await anotherMongo(booted.config)
    await pass(liteAgain, second)
    expect(await everythingIn(second.payload)).toEqual(await everythingIn(mongo.payload))
    await second.stop()
  })

  it('finds by the new ids what it found by the old', async () => {
    const target = mongo.payload
    const data = { email: office.people.editor.email, password }
    const { user } = await target.login({ collection: 'users', data })
    expect(user?.id).toBe(short(office.people.editor.id))
    const report = await target.findByID({ collection: 'reports', id: short(office.report) })
    expect(report).toMatchObject({ organization: { slug: 'qinghe' }, channels: [{}] })
    const { docs } = await target.find({
      collection: 'table-rows',
      where: { 'report.organization.slug': { equals: 'qinghe' } },
      limit: 1,
    })
    expect(docs).toHaveLength(1)
    const shown = new RegExp(`"relationTo":"media"[^{}]*"value":"${short(office.picture)}"`)
    const { sections } = await everythingIn(target)
    expect(sections!.filter((section) => shown.test(JSON.stringify(section)))).toHaveLength(1)
  })

  it('leaves empty on SQLite what points to what was deleted, and says so', async () => {
    const { payload: target, stop } = await anotherSqlite(booted.config)
    const gone = await mongo.payload.db.findOne<any>({
      collection: 'users',
      where: { name: { equals: '示例supervisor' } },
    })
    const { people } = office
    await mongo.payload.db.updateMany({
      collection: 'audit-entries',
      where: { actor: { equals: short(people.editor.id) } },
      data: { actor: gone.id },
    })
    await mongo.payload.db.create({
      collection: 'audit-entries',
      data: { action: 'edit', actor: gone.id, actorName: '离职人员' },
    })
    await mongo.payload.db.deleteOne({
      collection: 'users',
      where: { id: { equals: gone.id } },
    })
    const between = otherPath('between')
    await backUp(mongo.payload, between, { product, force: true })
    const { emptied } = await restoreInto(target, between)
    expect(emptied).toEqual([`users/${gone.id}`])
    const where = { actorName: { equals: '离职人员' } }
    expect(await target.db.findOne({ collection: 'audit-entries', where })).toMatchObject({
      actor: null,
    })
    await stop()
  })
})
