import type { CollectionSlug, Payload } from 'payload'
import { Refusal } from './Refusal.ts'

const key = 'gongkai-restore'
const collection = 'payload-kv' as CollectionSlug

/** Marks the database as one that is being restored: the key is unique, so by one at a time. */
export async function beginRestore(payload: Payload): Promise<void> {
  const data = { key, data: { startedAt: new Date().toISOString() } }
  await payload.db.create({ collection, data, returning: false })
}

export async function endRestore(payload: Payload): Promise<void> {
  await payload.db.deleteMany({ collection, where: { key: { equals: key } } })
}

/** @throws {Refusal} when a restore of this database was begun and is not done */
export async function refuseUnfinished(payload: Payload): Promise<void> {
  const mark = await payload.kv.get<{ startedAt: string }>(key)
  if (!mark) return
  throw new Refusal(
    `数据库的恢复自 ${mark.startedAt} 开始而未完成：请清空（删除）该数据库后重新恢复`,
    'a restore of this database was not finished: drop the database and restore again',
  )
}
