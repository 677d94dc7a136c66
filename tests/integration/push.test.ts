import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import pino from 'pino'
import type { Payload } from 'payload'
import { owner } from '../../src/owner.ts'
import type { Publication } from '../../src/payload-types.ts'
import { callsLeft, meterOf } from '../../src/push/calls.ts'
import { tomorrowInChina } from '../../src/push/chinaTime.ts'
import { articleTasks } from '../../src/desk/articleDesk.ts'
import { uploadsOf } from '../../src/push/uploads.ts'
import { requestPush, type DryRun, type Requested } from '../../src/push/index.ts'
import { runJobs } from '../../src/push/jobs.ts'
import { recover } from '../../src/push/recover.ts'
import { apiLimits } from '../../src/wechat/api/limits.ts'
import { boot, type Booted } from '../support/boot.ts'
import { furnish, type Office } from '../support/office.ts'
import { furnishPushing, type PushOffice } from '../support/pushOffice.ts'
import { picture } from '../support/pictures.ts'
import { startStandIn, type Ending, type StandIn } from '../support/wechatStandIn.ts'
import type { CallKind } from '../../src/wechat/api/limits.ts'

let booted: Booted
let payload: Payload
let office: Office
let wechat: StandIn
let pushing: PushOffice

beforeAll(async () => {
  wechat = await startStandIn()
  process.env.WECHAT_API_BASE = wechat.url
  process.env.WECHAT_TIMEOUT_SECONDS = '0.5'
  process.env.WECHAT_SETTLE_SECONDS = '0.1'
  booted = await boot()
  payload = booted.payload
  office = await furnish(payload)
  pushing = await furnishPushing(payload, office, wechat.appId)
  setSecret(wechat.secret)
})
afterEach(async () => {
  wechat.reset()
  setSecret(wechat.secret)
  for (const collection of ['wechat-calls', 'payload-kv', 'payload-jobs']) {
    await payload.db.deleteMany({ collection: collection as 'wechat-calls', where: {} })
  }
})
afterAll(async () => {
  await booted.stop()
  await wechat.stop()
})

function setSecret(secret: string | undefined): void {
  const name = `WECHAT_SECRET_${wechat.appId}`
  if (secret === undefined) delete process.env[name]
  else process.env[name] = secret
}

const ids = (publication: Publication, channel = pushing.channel.id) => ({
  publication: publication.id,
  channel,
})

const request = (publication: Publication) =>
  requestPush({ ...pushing.req }, ids(publication)) as Promise<Requested>

/** Runs what is queued, without the pauses between tries. */
async function work(): Promise<void> {
  await payload.db.updateMany({
    collection: 'payload-jobs',
    where: { waitUntil: { exists: true } },
    data: { waitUntil: null },
  })
  await runJobs(payload)
}

/** @returns the record after one run */
async function pushed(publication: Publication) {
  const { draft } = await request(publication)
  await work()
  return pushing.draft(draft)
}

const jobs = async () =>
  (await payload.db.find<{ id: string; waitUntil?: string }>({ collection: 'payload-jobs' })).docs

describe('a push', () => {
  it('brings the article with its images into the drafts box, and says who asked for it', async () => {
    const publication = await pushing.publish()
    const draft = await pushed(publication)
    const [stored] = wechat.drafts
    expect(draft).toMatchObject({
      state: 'drafted',
      mediaId: stored?.mediaId,
      attempts: 1,
      requestedBy: office.people.wechat.name,
    })
    expect(draft.owner ?? null).toBeNull()
    expect(wechat.drafts).toHaveLength(1)
    expect(stored?.articles[0]?.title).toContain('清河镇人民政府')
    expect([...wechat.uploads.keys()].sort()).toEqual(Object.values(uploadsOf(draft)).sort())
    expect(wechat.uploads.size).toBe(2)
    for (const address of wechat.uploads.keys()) {
      expect(stored?.articles.map(({ content }) => content).join('')).toContain(address)
    }
    expect(wechat.filtered).toEqual([])
    expect(await jobs()).toEqual([])
    const { docs } = await payload.find({
      collection: 'audit-entries',
      where: { action: { equals: 'pushArticle' } },
    })
    expect(docs[0]).toMatchObject({
      actorName: office.people.wechat.name,
      details: { channel: pushing.channel.slug, revision: 1 },
    })
    const [task] = await articleTasks(pushing.req, publication.id)
    expect(task).toMatchObject({ channel: { hasAppId: true }, draft: { state: 'drafted' } })
  })

  it('is one record, one job and one draft, however often and however much at once it is asked for', async () => {
    const publication = await pushing.publish()
    const answers = await Promise.all([1, 2, 3, 4].map(() => request(publication)))
    expect(new Set(answers.map(({ draft }) => draft)).size).toBe(1)
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(await jobs()).toHaveLength(1)
    await Promise.all([work(), work()])
    expect(await request(publication)).toMatchObject({ state: 'drafted', isNew: false })
    await work()
    expect(wechat.drafts).toHaveLength(1)
  })

  it('is done once when two jobs for one draft run at the same time', async () => {
    const { draft } = await request(await pushing.publish())
    await payload.jobs.queue({ task: 'pushDraft', input: { draft } })
    await work()
    expect(wechat.drafts).toHaveLength(1)
    expect(wechat.calls.filter((kind) => kind === 'material/add_material')).toHaveLength(1)
  })

  it('takes the cover of the channel', async () => {
    const cover = await payload.create({
      collection: 'media',
      data: { alt: '封面' },
      file: {
        data: await picture({ width: 1200, height: 1200, colour: '#0000ff' }),
        mimetype: 'image/png',
        name: 'cover.png',
        size: 1,
      },
    })
    const channel = pushing.channel.id
    await payload.update({ collection: 'channels', id: channel, data: { cover: cover.id } })
    const dry = (await requestPush(pushing.req, {
      ...ids(await pushing.publish()),
      dryRun: true,
    })) as DryRun
    expect(dry.cover.source).toBe('channel')
    await payload.update({ collection: 'channels', id: channel, data: { cover: null } })
    await payload.delete({ collection: 'media', id: cover.id })
  })
})

describe('a dry run', () => {
  it('tells what would be done, calls nobody and writes nothing', async () => {
    const publication = await pushing.publish()
    setSecret(undefined)
    const answer = await requestPush(pushing.req, { ...ids(publication), dryRun: true })
    expect(answer).toMatchObject({
      dryRun: true,
      images: { count: 2 },
      cover: { source: 'plain' },
      secret: false,
      callsLeft: 1000,
      state: null,
      problems: [expect.stringContaining(`WECHAT_SECRET_${wechat.appId}`)],
    })
    const { articles, images } = answer as DryRun
    expect(articles[0]?.characters).toBeGreaterThan(500)
    expect(images.bytes).toBeGreaterThan(100)
    expect(wechat.calls).toEqual([])
    const [task] = await articleTasks(pushing.req, publication.id)
    expect(task).not.toHaveProperty('draft')
    expect(await jobs()).toEqual([])
  })
})

describe('a request is refused', () => {
  const refused = (given: Parameters<typeof requestPush>[1]) =>
    requestPush({ ...pushing.req }, given).then(
      () => undefined,
      ({ status, message }: { status: number; message: string }) => ({ status, message }),
    )
  const channelWith = (data: object) =>
    payload.create({
      collection: 'channels',
      data: {
        name: '另一渠道',
        slug: `other-${Math.random().toString(36).slice(2)}`,
        kind: 'wechat',
        organization: office.town.id,
        ...data,
      },
    })

  it('for what is not there, not fit, or not what the public sees', async () => {
    const publication = await pushing.publish()
    expect(await refused({ ...ids(publication), publication: 'none' })).toMatchObject({
      status: 404,
    })
    expect(await refused(ids(publication, 'none'))).toMatchObject({ status: 404 })
    const site = await channelWith({ kind: 'website' })
    expect(await refused(ids(publication, site.id))).toMatchObject({
      status: 400,
      message: expect.stringContaining('不是微信公众号'),
    })
    const foreign = await channelWith({ organization: office.county.id, appId: wechat.appId })
    expect(await refused(ids(publication, foreign.id))).toMatchObject({
      status: 400,
      message: expect.stringContaining('其他机关'),
    })
    const plain = await channelWith({})
    expect(await refused(ids(publication, plain.id))).toMatchObject({
      status: 400,
      message: expect.stringContaining('AppID'),
    })
    for (const [state, word] of [
      ['superseded', '更正'],
      ['withdrawn', '撤回'],
    ] as const) {
      expect(await refused(ids(await pushing.publish(state)))).toMatchObject({
        status: 409,
        message: expect.stringContaining(word),
      })
    }
    setSecret(undefined)
    expect(await refused(ids(publication))).toMatchObject({
      status: 400,
      message: expect.stringContaining('WECHAT_SECRET_'),
    })
    expect(wechat.calls).toEqual([])
    for (const { id } of [site, foreign, plain])
      await payload.delete({ collection: 'channels', id })
  })
})

describe('what WeChat refuses for good', () => {
  it.each<[CallKind, number, RegExp]>([
    ['token', 40125, /AppSecret/],
    ['token', 40164, /IP 白名单/],
    ['media/uploadimg', 40009, /1 MB/],
    ['draft/add', 45002, /正文/],
    ['draft/add', 45003, /标题/],
    ['draft/add', 45004, /摘要/],
    ['draft/add', 48001, /复制/],
  ])(
    '%s %d fails at once with advice, and may be asked for again',
    async (kind, errcode, advice) => {
      const publication = await pushing.publish()
      wechat.script(kind, 1, { errcode })
      const draft = await pushed(publication)
      expect(draft).toMatchObject({ state: 'failed', errorCode: errcode, attempts: 1 })
      expect(draft.advice).toMatch(advice)
      expect(draft.askedAt ?? null).toBeNull()
      expect(await jobs()).toEqual([])
      expect(await pushed(publication)).toMatchObject({
        id: draft.id,
        state: 'drafted',
        attempts: 1,
        advice: null,
        errorCode: null,
      })
      expect(wechat.drafts).toHaveLength(1)
      expect(wechat.uploads.size).toBe(2)
    },
  )

  it('names the address that is missing on the list', async () => {
    wechat.rules.isListed = false
    expect((await pushed(await pushing.publish())).advice).toContain('203.0.113.7')
  })
})

describe('what may go better the next time', () => {
  it.each<[string, CallKind, Ending]>([
    ['5xx for a token', 'token', { status: 502 }],
    ['5xx for the cover', 'material/add_material', { status: 500 }],
    ['a slow answer for an image', 'media/uploadimg', { afterMs: 800 }],
    ['a busy system', 'draft/add', { errcode: -1 }],
    ['5xx for the draft', 'draft/add', { status: 503 }],
    ['an answer for the draft that is lost', 'draft/add', 'lost'],
    ['an answer for the draft that is slow', 'draft/add', { afterMs: 800 }],
  ])('%s is tried again by the job, and one draft comes of it', async (_, kind, ending) => {
    wechat.script(kind, 1, ending)
    const draft = await pushed(await pushing.publish())
    expect(draft).toMatchObject({ state: 'queued', attempts: 1 })
    expect(draft.advice).toContain('自动再试')
    expect(await jobs()).toHaveLength(1)
    await work()
    const after = await pushing.draft(draft.id)
    expect(after).toMatchObject({ state: 'drafted', attempts: 2, advice: null })
    expect(wechat.drafts.map(({ mediaId }) => mediaId)).toEqual([after.mediaId])
    expect(wechat.uploads.size).toBeLessThanOrEqual(3)
  })

  it('gives up after six tries, and goes on when it is asked for again', async () => {
    const publication = await pushing.publish()
    for (let nth = 1; nth <= 6; nth += 1)
      wechat.script('material/add_material', nth, { status: 500 })
    const draft = await pushed(publication)
    for (let nth = 2; nth <= 6; nth += 1) await work()
    expect(await pushing.draft(draft.id)).toMatchObject({ state: 'failed', attempts: 6 })
    expect(await jobs()).toEqual([])
    expect(await pushed(publication)).toMatchObject({ state: 'drafted' })
  })

  it('uploads another cover when WeChat no longer knows the first', async () => {
    wechat.script('draft/add', 1, { errcode: 40007 })
    const draft = await pushed(await pushing.publish())
    await work()
    expect(await pushing.draft(draft.id)).toMatchObject({ state: 'drafted' })
    expect(wechat.covers.size).toBe(2)
    expect(wechat.drafts).toHaveLength(1)
  })

  it('does not push what was corrected or withdrawn in between', async () => {
    const publication = await pushing.publish()
    wechat.script('media/uploadimg', 1, { status: 500 })
    const draft = await pushed(publication)
    await payload.db.updateMany({
      collection: 'publications',
      where: { id: { equals: publication.id } },
      data: { state: 'withdrawn' },
    })
    await work()
    expect(await pushing.draft(draft.id)).toMatchObject({
      state: 'failed',
      advice: expect.stringContaining('撤回'),
    })
    expect(wechat.drafts).toEqual([])
  })
})

describe('the quota of the day', () => {
  const use = (kind: CallKind, count: number) =>
    payload.db.updateMany({
      collection: 'wechat-calls',
      where: { key: { contains: kind } },
      data: { count },
    })

  it('counts each call once, also when many count at once', async () => {
    const meter = meterOf(payload, wechat.appId)
    await Promise.all(Array.from({ length: 20 }, () => meter.count('draft/add')))
    expect(await callsLeft(payload, wechat.appId, 'draft/add')).toBe(980)
    await use('draft/add', 999)
    const results = await Promise.allSettled([1, 2, 3].map(() => meter.count('draft/add')))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it.each([
    ['by our own count, without asking WeChat', false],
    ['by the count of WeChat', true],
  ])('when it is used up %s, the push waits for tomorrow in China', async (_, isTheirs) => {
    if (isTheirs) wechat.rules.limits.callsInADay = { 'draft/add': 0 }
    else {
      await meterOf(payload, wechat.appId).count('draft/add')
      await use('draft/add', apiLimits.callsInADay['draft/add'] ?? 0)
    }
    const draft = await pushed(await pushing.publish())
    expect(draft).toMatchObject({ state: 'queued', errorCode: 45009 })
    expect(draft.advice).toContain('明天')
    expect(wechat.calls.includes('draft/add')).toBe(isTheirs)
    expect(await callsLeft(payload, wechat.appId, 'draft/add')).toBe(0)
    const [job] = await jobs()
    expect(job?.waitUntil).toBe(tomorrowInChina(new Date()).toISOString())
  })
})

describe('the token', () => {
  it('is shared by pushes, and fetched once by those that run at once', async () => {
    for (const publication of [await pushing.publish(), await pushing.publish()]) {
      await request(publication)
    }
    await work()
    await pushed(await pushing.publish())
    expect(wechat.drafts).toHaveLength(3)
    expect(wechat.calls.filter((kind) => kind === 'token')).toHaveLength(1)
  })

  it('is replaced when it became invalid', async () => {
    await pushed(await pushing.publish())
    wechat.expireTokens()
    expect(await pushed(await pushing.publish())).toMatchObject({ state: 'drafted', attempts: 1 })
    expect(wechat.tokens).toHaveLength(2)
  })
})

describe('secrets', () => {
  it('are in no row and in no line of the log, whatever fails', async () => {
    const lines: string[] = []
    const { logger } = payload
    payload.logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
    const endings: [CallKind, Ending][] = [
      ['token', { errcode: 40125, errmsg: `invalid appsecret ${wechat.secret}` }],
      ['token', 'dropped'],
      ['material/add_material', { status: 500 }],
      ['media/uploadimg', { errcode: 48001 }],
      ['draft/add', 'lost'],
      ['draft/add', { text: 'no json' }],
    ]
    for (const [kind, ending] of endings) {
      wechat.script(kind, 1, ending)
      await pushed(await pushing.publish())
      wechat.expireTokens()
    }
    // An address that cannot be reached, and one that is none.
    for (const base of ['http://127.0.0.1:1', 'no address']) {
      process.env.WECHAT_API_BASE = base
      await pushed(await pushing.publish())
    }
    process.env.WECHAT_API_BASE = wechat.url
    payload.logger = logger
    expect(lines.length).toBeGreaterThan(4)
    const rows: unknown[] = []
    for (const collection of Object.keys(payload.collections)) {
      const { docs } = await payload.db.find({
        collection: collection as 'wechat-drafts',
        pagination: false,
      })
      rows.push(...docs)
    }
    const text = [...lines, JSON.stringify(rows)].join('\n')
    expect(text).not.toContain('access_token=')
    for (const hidden of [wechat.secret, ...wechat.tokens]) {
      expect(text).not.toContain(hidden)
      expect(text).not.toContain(encodeURIComponent(hidden))
    }
  })
})

describe('what a killed process left', () => {
  const left = async (data: Record<string, unknown>, job: Record<string, unknown>) => {
    const { draft } = await request(await pushing.publish())
    await payload.db.updateOne({ collection: 'wechat-drafts', id: draft, data })
    await payload.db.updateMany({ collection: 'payload-jobs', where: {}, data: job })
    return draft
  }
  const soon = () => new Date(Date.now() + 60_000).toISOString()
  const place = owner.split('/')[0]

  it.each<[string, () => Record<string, unknown>, boolean]>([
    [
      'a process of this host that is dead',
      () => ({ owner: `${place}/999999999/x`, leaseUntil: soon() }),
      true,
    ],
    [
      'an earlier process with the same id',
      () => ({ owner: `${place}/${process.pid}/x`, leaseUntil: soon() }),
      true,
    ],
    ['another host that may live', () => ({ owner: 'elsewhere/1/x', leaseUntil: soon() }), false],
    [
      'another host whose lease is over',
      () => ({ owner: 'elsewhere/1/x', leaseUntil: new Date(0).toISOString() }),
      true,
    ],
    ['nobody: killed before it was claimed', () => ({}), true],
  ])('is taken up when it was held by %s', async (_, leaseNow, isTaken) => {
    const lease = leaseNow()
    const state = Object.keys(lease).length > 0 ? 'running' : 'queued'
    const draft = await left({ ...lease, state }, { processing: true })
    await recover(payload, true)
    await work()
    expect((await pushing.draft(draft)).state).toBe(isTaken ? 'drafted' : 'running')
    await payload.db.updateOne({
      collection: 'wechat-drafts',
      id: draft,
      data: { state: 'failed' },
    })
  })

  it('has a job again when the job is gone', async () => {
    const draft = await left({}, {})
    await payload.db.deleteMany({ collection: 'payload-jobs', where: {} })
    await recover(payload, false)
    await work()
    expect((await pushing.draft(draft)).state).toBe('drafted')
    expect(await recover(payload, false)).toBe(false)
  })
})
