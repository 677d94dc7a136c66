import { getPayload, type Payload } from 'payload'
import config from '../../payload.config.ts'
import { backUp } from '../../src/backup/backUp.ts'
import { restore } from '../../src/backup/restore.ts'

/** A process of its own that backs up or restores as the commands do, with little memory or killed. */
export interface Orders {
  command: 'backUp' | 'restore'
  file: string
  product: string
  /** So many documents are written, then it stands still, to be killed. */
  stillAfter?: number
}

function standStill({ db }: Payload, after: number): void {
  const { create } = db
  let created = 0
  db.create = async (args) => {
    const result: unknown = await create.call(db, args)
    if ((created += 1) === after) {
      process.send?.('still')
      await new Promise(() => {})
    }
    return result as never
  }
}

async function obey({ command, file, product, stillAfter }: Orders): Promise<void> {
  if (stillAfter) standStill(payload, stillAfter)
  if (command === 'backUp') await backUp(payload, file, { product })
  else await restore(payload, file, { product })
}

const payload = await getPayload({ config })
payload.logger.level = 'silent'
process.once('message', (orders: Orders) => {
  obey(orders).then(
    () => process.send?.('done'),
    (error: unknown) => process.send?.(String(error)),
  )
})
process.on('disconnect', () => process.exit())
process.send?.('ready')
