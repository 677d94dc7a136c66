import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  existsSync,
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
import { setTimeout as delay } from 'node:timers/promises'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload, PayloadRequest } from 'payload'
import { backUp } from '../../src/backup/backUp.ts'
import { check } from '../../src/backup/check.ts'
import { keepsIds } from '../../src/backup/contents.ts'
import { Refusal } from '../../src/backup/Refusal.ts'
import { restore } from '../../src/backup/restore.ts'
import { loadTables } from '../../src/desk/loadTables.ts'
import { saveTables } from '../../src/desk/saveTables.ts'
import { hasTransactions } from '../../src/mongo/topology.ts'
import type { AuditEntry, Organization, Report } from '../../src/payload-types.ts'
import { another, mongo, type AnotherDatabase } from '../support/anotherDatabase.ts'
import { linesOf, writeLines, type Line } from '../support/backupFile.ts'
import { boot, type Booted } from '../support/boot.ts'
import { asSet, countsOf, everythingIn } from '../support/everything.ts'
import { furnishFully, requestOf, type FullOffice } from '../support/fullOffice.ts'
import { newReport, password } from '../support/office.ts'

const product = '0.1.0'
const folder = mkdtempSync(path.join(os.tmpdir(), 'gongkai-backup-'))
const pictures = path.join(folder, 'media')
const file = path.join(folder, 'office.backup')

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

const sameKind = () => another(booted.config)

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
    const [before, after] = [await everythingIn(payload), await everythingIn(other.payload)]
    if (mongo) expect(asSet(after)).toEqual(asSet(before))
    else expect(after).toEqual(before)
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
        .map(({ in: slug, document, ...line }) =>
          JSON.stringify({ slug, ...line, ...document, id: keepsIds(slug) ? document?.id : 0 }),
        )
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
      await delay(20) // SQLite answers at once, so that nothing else would ever get its turn
    }
    return revision
  }

  it('a backup shows one moment', async () => {
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

describe('while a transaction is under way', () => {
  const begun = async (data: Partial<Organization>) => {
    const transactionID = await payload.db.beginTransaction()
    const req = { payload, transactionID } as PayloadRequest
    await payload.db.updateMany({ collection: 'organizations', where: {}, data, req })
    return transactionID!
  }

  it('a backup holds nothing of it, unless it ends well', async () => {
    const during = otherPath('under-way')
    for (const [region, end] of [
      ['未完成', 'rollbackTransaction'],
      ['已完成', 'commitTransaction'],
    ] as const) {
      const transaction = await begun({ region })
      const backup = backUp(payload, during, { product, force: true })
      await Promise.race([backup, delay(500)]) // one that looks at what is written would be done
      await payload.db[end](transaction)
      await backup
      expect(JSON.stringify(linesOf(during))).not.toContain('未完成')
    }
    // SQLite gives what stood there when the backup began, MongoDB alone what stood when it could.
    const last = otherPath('ended')
    await backUp(payload, last, { product })
    expect(JSON.stringify(linesOf(last))).toContain('已完成')
  })
})

const onMongo = mongo ? it : it.skip

onMongo('leaves no file when somebody else got the turn to write meanwhile', async () => {
  const { connection } = payload.db as unknown as MongooseAdapter
  if (await hasTransactions(connection)) return // which have snapshots
  const lost = otherPath('lost')
  const writer = connection.getClient().db().collection<{ _id: string }>('gongkai-writer')
  const loseTurn = () =>
    void writer.updateOne({ _id: 'writer' }, { $set: { owner: null, transaction: null } })
  await expect(backUp(payload, lost, { product, onProgress: loseTurn })).rejects.toThrow('undone')
  expect(existsSync(lost)).toBe(false)
  await backUp(payload, lost, { product })
})
