import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Payload } from 'payload'
import { requestPush, type Requested } from '../../src/push/index.ts'
import type { CallKind } from '../../src/wechat/api/limits.ts'
import { boot, type Booted } from '../support/boot.ts'
import { furnish } from '../support/office.ts'
import { furnishPushing, type PushOffice } from '../support/pushOffice.ts'
import type { Orders } from '../support/pushWorker.ts'
import { startStandIn, type StandIn } from '../support/wechatStandIn.ts'
import { kill, workersOf, type Workers } from '../support/workers.ts'

/**
 * Each test kills the process that pushes at another step. The next process takes up what it left,
 * and is then the one that the next test kills.
 */

let booted: Booted
let payload: Payload
let wechat: StandIn
let pushing: PushOffice
let workers: Workers
let worker: ChildProcess

beforeAll(async () => {
  wechat = await startStandIn()
  booted = await boot()
  payload = booted.payload
  pushing = await furnishPushing(payload, await furnish(payload), wechat.appId)
  process.env.WECHAT_API_BASE = wechat.url
  process.env.WECHAT_SETTLE_SECONDS = '0.2'
  process.env[`WECHAT_SECRET_${wechat.appId}`] = wechat.secret
  workers = await workersOf('pushWorker.ts')
  worker = await workers.start()
})
afterAll(async () => {
  worker.kill('SIGKILL')
  await booted.stop()
  await wechat.stop()
  workers.remove()
})

/** The moments of a call at which a process may be killed. */
const moments = [
  'when it arrives',
  'when it is done but not answered',
  'when it is answered',
] as const
type Moment = (typeof moments)[number]

interface Step {
  kind: CallKind
  nth: number
}

const steps: Step[] = [
  { kind: 'token', nth: 1 },
  { kind: 'material/add_material', nth: 1 },
  { kind: 'media/uploadimg', nth: 1 },
  { kind: 'media/uploadimg', nth: 2 },
  { kind: 'draft/add', nth: 1 },
]

/** Between done and answered only a draft is another matter: what else is done twice does no harm. */
const calls = steps.flatMap((step) =>
  moments
    .filter((moment) => step.kind === 'draft/add' || !moment.includes('but'))
    .map((moment) => ({ ...step, moment })),
)

/** Kills the worker when it comes to the moment. */
function killAt({ kind, nth }: Step, moment: Moment): { orders: Orders; killed: Promise<void> } {
  const path = `/cgi-bin/${kind === 'token' ? 'stable_token' : kind}`
  if (moment === 'when it is answered') {
    return { orders: { answered: { path, nth } }, killed: killWhenStill() }
  }
  const killed = new Promise<void>((resolve) => {
    const now = () => void kill(worker).then(resolve)
    wechat.script(
      kind,
      nth,
      moment === 'when it arrives' ? { hangBefore: now } : { hangAfter: now },
    )
  })
  return { orders: {}, killed }
}

async function killWhenStill(): Promise<void> {
  await once(worker, 'message')
  await kill(worker)
}

async function finished(draft: string) {
  for (;;) {
    const record = await pushing.draft(draft)
    if (record.state === 'drafted' || record.state === 'failed') return record
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Pushes, kills, and lets the next process go on. @returns the record in the end */
async function pushAndKill({ orders, killed }: { orders: Orders; killed: Promise<void> }) {
  const successor = workers.start() // it takes a while
  const publication = await pushing.publish()
  const { draft } = (await requestPush(pushing.req, {
    publication: publication.id,
    channel: pushing.channel.id,
  })) as Requested
  worker.send(orders)
  await killed
  worker = await successor
  worker.send({})
  const record = await finished(draft)
  await jobsDone()
  return record
}

async function jobsDone(): Promise<void> {
  while ((await payload.count({ collection: 'payload-jobs' })).totalDocs > 0) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

it.each(calls)('one draft when killed at $kind $nth, $moment', async ({ moment, ...step }) => {
  wechat.reset()
  await payload.kv.clear() // else there is no call for a token
  const record = await pushAndKill(killAt(step, moment))
  expect(record).toMatchObject({ state: 'drafted', attempts: 2, advice: null })
  expect(wechat.drafts.map(({ mediaId }) => mediaId)).toEqual([record.mediaId])
  expect(wechat.drafts[0]?.articles[0]?.thumb_media_id).toBe(record.coverMediaId)
  // Whatever was written down is not done again.
  const { length } = wechat.calls.filter((kind) => kind === 'media/uploadimg')
  expect(length).toBe(step.kind === 'media/uploadimg' ? 3 : 2)
  expect(wechat.calls.filter((kind) => kind === 'draft/add').length).toBe(
    step.kind === 'draft/add' && moment === 'when it arrives' ? 2 : 1,
  )
})

it.each([
  ['running', 2],
  ['drafted', 1],
])('one draft when killed after “%s” was written down', async (state, attempts) => {
  wechat.reset()
  await payload.kv.clear()
  const record = await pushAndKill({ orders: { written: state }, killed: killWhenStill() })
  expect(record).toMatchObject({ state: 'drafted', attempts })
  expect(wechat.drafts.map(({ mediaId }) => mediaId)).toEqual([record.mediaId])
})
