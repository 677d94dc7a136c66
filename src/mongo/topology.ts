import type { MongooseAdapter } from '@payloadcms/db-mongodb'

type Connection = MongooseAdapter['connection']

/** Allows a MongoDB without transactions in production. */
export const allowStandaloneName = 'GONGKAI_ALLOW_STANDALONE_MONGODB'

/**
 * Asks the server itself. Payload goes by whether the address names a replica set, and does
 * without transactions, in silence, where it merely names its members.
 * @returns whether it is a member of a replica set, or a router of a sharded cluster
 */
export async function hasTransactions(connection: Connection): Promise<boolean> {
  const hello = await connection.getClient().db().command({ hello: 1 })
  return typeof hello.setName === 'string' || hello.msg === 'isdbgrid'
}

/**
 * Without transactions there is one writer at a time and an undo journal (ADR 11): right, but slow,
 * and a killed process holds up the others for some seconds.
 * @throws in production, with how to mend it, unless the variable allows it
 */
export function refuseStandalone(env = process.env): void {
  if (env.NODE_ENV !== 'production' || env[allowStandaloneName] === 'true') return
  throw new Error(standaloneRefusal)
}

const standaloneRefusal = `
MongoDB 以单机方式运行，没有事务。请改为副本集（一台也可以）：
  1. 在 mongod.conf 中写入 replication: { replSetName: rs0 }，重新启动 mongod；
  2. 执行 mongosh --eval 'rs.initiate()'；
  3. 在 DATABASE_URI 末尾加上 ?replicaSet=rs0。
确需单机运行的，请设置 ${allowStandaloneName}=true。

MongoDB runs standalone, without transactions. Make it a replica set (of one, if need be):
  1. put replication: { replSetName: rs0 } into mongod.conf and restart mongod;
  2. run mongosh --eval 'rs.initiate()';
  3. append ?replicaSet=rs0 to DATABASE_URI.
To run it standalone all the same, set ${allowStandaloneName}=true.
`
