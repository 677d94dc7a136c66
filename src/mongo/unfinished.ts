import type { Db, MongoServerError } from 'mongodb'

interface Mark {
  _id: 'restore'
  startedAt: Date
}

const marks = (db: Db) => db.collection<Mark>('gongkai-restore')
const _id = 'restore'
const duplicateKey = 11000

const unfinished =
  '该数据库正由另一个恢复写入，或上次的恢复没有完成：等它结束，或清空（删除）该数据库后重新恢复 (another restore is writing to this database, or one was cut off: wait for it, or drop the database and restore again)'

/**
 * Marks the database as one that is being restored.
 * @throws when somebody else restores it: there is one mark
 */
export async function beginRestore(db: Db): Promise<void> {
  try {
    await marks(db).insertOne({ _id, startedAt: new Date() })
  } catch (error) {
    if ((error as MongoServerError).code !== duplicateKey) throw error
    throw new Error(unfinished, { cause: error })
  }
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
