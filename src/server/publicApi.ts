import type { Payload } from 'payload'
import { keyedDesk } from '../clients/keyedDesk.ts'
import { createDelivery, type Delivery } from '../delivery/createDelivery.ts'
import { payloadStore } from '../delivery/payloadStore.ts'
import type { Environment } from '../environment.ts'
import { onAnnouncement } from '../publication/announcements.ts'

const megabyte = 1024 ** 2

/** The public API on the database, following what is published here and elsewhere. */
export async function openPublicApi(payload: Payload, environment: Environment): Promise<Delivery> {
  const { publicUrl, cache, memoryMinutes } = environment
  const delivery = createDelivery(payloadStore(payload), {
    baseUrl: publicUrl,
    log: (error) => payload.logger.error(error),
    keyed: keyedDesk(payload),
    room: {
      memoryBytes: cache.memoryMegabytes * megabyte,
      fileBytes: cache.fileMegabytes * megabyte,
    },
    watch: { rememberForMs: memoryMinutes * 60_000 },
  })
  onAnnouncement(({ organization, year }) => delivery.forget(organization, year))
  await delivery.start()
  return delivery
}
