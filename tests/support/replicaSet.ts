import { BSON, type Document } from 'mongodb'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A transaction as a replica set would see it. */
export interface SeenTransaction {
  /** Such as `update reports`. */
  commands: string[]
  ended?: 'commit' | 'abort' | 'conflict'
}

export interface ReplicaSetLine {
  uri: string
  /** In the order in which they began. */
  transactions: SeenTransaction[]
  /** Writes in no transaction. */
  outside: string[]
  /** What a replica set would have refused, or done in whatever order. */
  faults: string[]
  /** The next transactions, so many, conflict at the first write. */
  conflicts: number
  /** Forgets what was seen. */
  clear: () => void
  close: () => Promise<void>
}

/**
 * Passes for a replica set in front of a server that has no transactions, and keeps account of them:
 * which command belongs to which, and what a replica set would not allow. It takes nothing back, so
 * what conflicts does so before anything was written.
 */
export async function replicaSetLine(server: string): Promise<ReplicaSetLine> {
  const target = new URL(server)
  const to = { host: target.hostname, port: Number(target.port || 27017) }
  const sockets = new Set<Socket>()
  const listener = createServer((near) => {
    const far = connect(to)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {}).once('close', () => sockets.delete(socket))
    }
    near.once('close', () => far.destroy())
    far.once('close', () => near.destroy())
    const conversation = new Conversation(line, near, far)
    eachMessage(near, (message) => conversation.asked(message))
    eachMessage(far, (message) => conversation.answered(message))
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = `127.0.0.1:${(listener.address() as AddressInfo).port}`
  const line: ReplicaSetLine = {
    uri: `mongodb://${address}/`,
    ...{ transactions: [], outside: [], faults: [], conflicts: 0 },
    clear: () => [line.transactions, line.outside, line.faults].forEach((list) => list.splice(0)),
    async close() {
      for (const socket of sockets) socket.destroy()
      listener.close()
      await once(listener, 'close')
    },
  }
  return line
}

const writes = new Set(['insert', 'update', 'delete', 'findAndModify'])
/** Commands that MongoDB refuses within a transaction. */
const refusedWithin = new Set(['count', 'listCollections', 'listIndexes', 'mapReduce', 'explain'])
/** What only a server with sessions and transactions knows. */
const ofSessions = ['lsid', 'txnNumber', 'autocommit', 'startTransaction', '$clusterTime'] as const

const wasConflict = {
  ...{ ok: 0, code: 112, codeName: 'WriteConflict', errmsg: 'WriteConflict error' },
  errorLabels: ['TransientTransactionError'],
}

interface Open extends SeenTransaction {
  running?: string
}

/** By the session and the number of the transaction in it; a session may change its connection. */
const open = new Map<string, Open>()

/** One connection of the driver. */
class Conversation {
  readonly #line: ReplicaSetLine
  readonly #near: Socket
  readonly #far: Socket
  readonly #greetings = new Set<number>()
  readonly #running = new Map<number, Open>()

  constructor(line: ReplicaSetLine, near: Socket, far: Socket) {
    this.#line = line
    this.#near = near
    this.#far = far
  }

  asked(message: Buffer): void {
    const id = message.readInt32LE(4)
    const command = commandIn(message)
    if (!command) {
      this.#greetings.add(id) // the old form of hello, which drivers begin with
      this.#far.write(message)
      return
    }
    const [name = ''] = Object.keys(command)
    if (name === 'hello' || name === 'isMaster') this.#greetings.add(id)
    if (name === 'endSessions') return this.#answer(id, { ok: 1 })
    const what = `${name} ${String(command[name])}`
    if (command.autocommit === false) return this.#within(id, message, command, what)
    if (writes.has(name)) this.#line.outside.push(what)
    this.#far.write(without(message, ofSessions))
  }

  answered(message: Buffer): void {
    const to = message.readInt32LE(8)
    const transaction = this.#running.get(to)
    if (transaction) transaction.running = undefined
    this.#running.delete(to)
    this.#near.write(this.#greetings.delete(to) ? asMember(message, this.#line.uri) : message)
  }

  #within(id: number, message: Buffer, command: Document, what: string): void {
    const [name = ''] = Object.keys(command)
    const { faults, transactions } = this.#line
    const key = `${(command.lsid as { id: BSON.Binary }).id.toString('hex')} ${command.txnNumber}`
    const known = open.get(key)
    const transaction: Open = known ?? { commands: [] }
    if (!known) {
      open.set(key, transaction)
      transactions.push(transaction)
      if (command.startTransaction !== true) faults.push(`${what}: its transaction had not begun`)
    }
    if (transaction.running) faults.push(`${what}: at the same time as ${transaction.running}`)
    if (refusedWithin.has(name)) faults.push(`${what}: not within a transaction`)
    if (transaction.ended && name !== 'abortTransaction') faults.push(`${what}: after its end`)
    if (name === 'commitTransaction' || name === 'abortTransaction') {
      transaction.ended ??= name === 'commitTransaction' ? 'commit' : 'abort'
      return this.#answer(id, { ok: 1 })
    }
    transaction.commands.push(what)
    if (this.#line.conflicts > 0 && writes.has(name)) {
      this.#line.conflicts -= 1
      transaction.ended = 'conflict'
      return this.#answer(id, wasConflict)
    }
    transaction.running = what
    this.#running.set(id, transaction)
    this.#far.write(without(message, [...ofSessions, 'readConcern', 'writeConcern']))
  }

  #answer(to: number, body: Document): void {
    const bytes = Buffer.from(BSON.serialize(body))
    this.#near.write(framed({ id: 0, to, opCode: opMsg }, Buffer.alloc(5), bytes))
  }
}

// The wire protocol, as far as a driver that asks plainly needs it: OP_MSG, and OP_QUERY with its
// OP_REPLY for the first greeting.
const opMsg = 2013
const headLength = 16

function eachMessage(socket: Socket, take: (message: Buffer) => void): void {
  let waiting = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk])
    while (waiting.length >= headLength && waiting.length >= waiting.readInt32LE(0)) {
      const length = waiting.readInt32LE(0)
      take(waiting.subarray(0, length))
      waiting = waiting.subarray(length)
    }
  })
}

interface Head {
  id: number
  to: number
  opCode: number
}

function framed({ id, to, opCode }: Head, ...parts: Uint8Array[]): Buffer {
  const head = Buffer.alloc(headLength)
  head.writeInt32LE(headLength + parts.reduce((sum, { length }) => sum + length, 0), 0)
  for (const [at, value] of [id, to, opCode].entries()) head.writeInt32LE(value, 4 + at * 4)
  return Buffer.concat([head, ...parts])
}

/** Behind the flags and the kind of the section. */
const bodyAt = headLength + 5

const bodyOf = (message: Buffer, at = bodyAt): Buffer =>
  message.subarray(at, at + message.readInt32LE(at))

const commandIn = (message: Buffer): Document | undefined =>
  message.readInt32LE(12) === opMsg ? BSON.deserialize(bodyOf(message)) : undefined

/** The same with another document at its place; every number stays of its kind. */
function replaced(message: Buffer, at: number, change: (body: Document) => void): Buffer {
  const before = bodyOf(message, at)
  const body = BSON.deserialize(before, { promoteValues: false, bsonRegExp: true })
  change(body)
  const head = { id: message.readInt32LE(4), to: message.readInt32LE(8) }
  return framed(
    { ...head, opCode: message.readInt32LE(12) },
    message.subarray(headLength, at),
    BSON.serialize(body),
    message.subarray(at + before.length),
  )
}

const without = (message: Buffer, names: readonly string[]): Buffer =>
  replaced(message, bodyAt, (body) => {
    for (const name of names) delete body[name]
  })

/** A greeting as the one member of a replica set gives it. */
function asMember(message: Buffer, uri: string): Buffer {
  const at = message.readInt32LE(12) === opMsg ? bodyAt : headLength + 20
  const { host } = new URL(uri)
  return replaced(message, at, (body) => {
    Object.assign(body, { setName: 'rs0', setVersion: 1, hosts: [host], me: host, primary: host })
    Object.assign(body, { isWritablePrimary: true, ismaster: true })
    Object.assign(body, { logicalSessionTimeoutMinutes: 30 })
  })
}
