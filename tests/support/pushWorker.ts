import { getPayload, type Payload } from 'payload'
import config from '../../payload.config.ts'
import type { Rounds } from '../../src/jobs/rounds.ts'
import { startPushing } from '../../src/push/index.ts'

/**
 * A process of its own that pushes, as the server does. It begins with each message of its parent,
 * and where the message says so it stands still, to be killed there.
 */
export interface Orders {
  /** Before the answer to the nth call of a path is looked at. */
  answered?: { path: string; nth: number }
  /** After this state was written into a draft's record. */
  written?: string
}

let orders: Orders = {}
const calls = new Map<string, number>()

/** Tells the parent, and never ends. */
const standStill = (): Promise<never> => {
  process.send?.('still')
  return new Promise(() => {})
}

const { fetch } = globalThis
globalThis.fetch = async (input, init) => {
  const response = await fetch(input, init)
  const { pathname } = new URL(input as string)
  const nth = (calls.get(pathname) ?? 0) + 1
  calls.set(pathname, nth)
  if (orders.answered?.path === pathname && orders.answered.nth === nth) {
    await response.text()
    return standStill()
  }
  return response
}

function watchWrites({ db }: Payload): void {
  const { updateOne } = db
  db.updateOne = async (args) => {
    const result: unknown = await updateOne.call(db, args)
    const isThere = args.collection === 'wechat-drafts' && args.data.state === orders.written
    if (isThere && orders.written) await standStill()
    return result as never
  }
}

const payload = await getPayload({ config })
payload.logger.level = 'silent'
watchWrites(payload)
let pushing: Rounds | undefined
process.on('message', (given: Orders) => {
  void (async () => {
    await pushing?.stop()
    orders = given
    calls.clear()
    pushing = startPushing(payload)
  })()
})
process.on('disconnect', () => process.exit())
process.send?.('ready')
