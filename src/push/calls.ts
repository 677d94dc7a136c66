import type { Payload } from 'payload'
import type { WechatCall } from '../payload-types.ts'
import { WechatError } from '../wechat/api/errors.ts'
import { apiLimits, type CallKind } from '../wechat/api/limits.ts'
import type { Meter } from '../wechat/api/client.ts'
import { dayInChina } from './chinaTime.ts'

/** Counts what an account calls in a day, for all processes together. */
export const meterOf = (payload: Payload, appId: string): Meter => ({
  count: (kind) => countCall(payload, appId, kind),
  usedUp: (kind) => markUsedUp(payload, appId, kind),
})

const collection = 'wechat-calls'

const keyOf = (appId: string, kind: CallKind) => `${appId} ${dayInChina(new Date())} ${kind}`

const limitOf = (kind: CallKind) => apiLimits.callsInADay[kind] ?? Number.MAX_SAFE_INTEGER

/** @returns how many calls the account has left today; `Infinity` where no limit is known */
export async function callsLeft(payload: Payload, appId: string, kind: CallKind): Promise<number> {
  const limit = apiLimits.callsInADay[kind]
  if (limit === undefined) return Infinity
  const record = await payload.db.findOne<WechatCall>({
    collection,
    where: { key: { equals: keyOf(appId, kind) } },
  })
  return Math.max(0, limit - (record?.count ?? 0))
}

/** One statement counts, so that no call is lost between processes. */
async function countCall(payload: Payload, appId: string, kind: CallKind): Promise<void> {
  const key = keyOf(appId, kind)
  if (await counted(payload, key, kind)) return
  if (await begun(payload, key, 1)) return
  // Another began the day just now, or the day is used up.
  if (await counted(payload, key, kind)) return
  throw WechatError.usedUp(kind)
}

const counted = (payload: Payload, key: string, kind: CallKind): Promise<unknown> =>
  payload.db.updateOne({
    collection,
    where: { and: [{ key: { equals: key } }, { count: { less_than: limitOf(kind) } }] },
    data: { count: { $inc: 1 }, updatedAt: new Date().toISOString() },
    options: { atomic: true },
  })

/** @returns whether there was no record of the day yet */
async function begun(payload: Payload, key: string, count: number): Promise<boolean> {
  const existing = () =>
    payload.db.findOne<WechatCall>({ collection, where: { key: { equals: key } } })
  if (await existing()) return false
  try {
    await payload.db.create({ collection, data: { key, count } })
    return true
  } catch (error) {
    if (await existing()) return false // the key is unique: another was first
    throw error
  }
}

/** WeChat's count goes before ours: others may use the account as well. */
async function markUsedUp(payload: Payload, appId: string, kind: CallKind): Promise<void> {
  const key = keyOf(appId, kind)
  const count = limitOf(kind)
  if (await begun(payload, key, count)) return
  await payload.db.updateOne({
    collection,
    where: { key: { equals: key } },
    data: { count, updatedAt: new Date().toISOString() },
    options: { atomic: true },
  })
}
