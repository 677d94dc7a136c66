import type { Db } from 'mongodb'

interface Mark {
  _id: 'restore'
  startedAt: Date
}

const marks = (db: Db) => db.collection<Mark>('gongkai-restore')
const _id = 'restore'

/**
 * Marks the database as one that is being restored.
 * @throws when somebody else restores it: there is one mark
 */
export async function beginRestore(db: Db): Promise<void> {
  const { upsertedCount } = await marks(db).updateOne(
    { _id },
    { $setOnInsert: { startedAt: new Date() } },
    { upsert: true },
  )
  if (upsertedCount === 1) return
  throw new Error('另一个恢复正在写入该数据库 (another restore is writing to this database)')
}

export async function endRestore(db: Db): Promise<void> {
  await marks(db).deleteOne({ _id })
}

/** @throws when a restore of this database was begun and is not done: only a part is there */
export async function refuseUnfinished(db: Db): Promise<void> {
  const mark = await marks(db).findOne({ _id })
  if (!mark) return
  throw new Error(
    `数据库的恢复自 ${mark.startedAt.toISOString()} 开始而未完成：请清空（删除）该数据库后重新恢复 (a restore of this database was not finished: drop the database and restore again)`,
  )
}
