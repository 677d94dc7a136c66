import { getPayload, type Payload } from 'payload'
import config from '../../payload.config.ts'
import { startWebhooks } from '../../src/webhooks/index.ts'

/**
 * A process of its own that tells websites, as the server does. It begins when its parent says so,
 * and stands still where the parent wants to kill it.
 */
export interface Orders {
  /** After this state was written into a delivery. */
  written?: string
}

let orders: Orders = {}

function watchWrites({ db }: Payload): void {
  const { updateOne } = db
  db.updateOne = async (args) => {
    const result: unknown = await updateOne.call(db, args)
    const isDelivery = args.collection === 'webhook-deliveries'
    if (isDelivery && orders.written && args.data.state === orders.written) {
      process.send?.('still')
      await new Promise(() => {})
    }
    return result as never
  }
}

const payload = await getPayload({ config })
payload.logger.level = 'silent'
watchWrites(payload)
process.once('message', (given: Orders) => {
  orders = given
  startWebhooks(payload)
})
process.on('disconnect', () => process.exit())
process.send?.('ready')
