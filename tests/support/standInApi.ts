import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createDelivery, type Delivery } from '../../src/delivery/createDelivery.ts'
import { memoryStore, type MemoryStore } from './memoryStore.ts'
import { county, publishedYears } from './publishedYears.ts'

export interface StandInApi {
  url: string
  store: MemoryStore
  delivery: Delivery
  stop: () => Promise<void>
}

/** The public API over publications in memory, for the website to read. */
export async function startApi(port = 0): Promise<StandInApi> {
  const store = underTheCounty(memoryStore(publishedYears()))
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const delivery = createDelivery(store, { baseUrl: url })
  server.on('request', (req, res) => void delivery.app(req, res))
  return { url, store, delivery, stop: () => stop(server) }
}

/** The towns are below the county; the store by itself knows of no superiors. */
function underTheCounty(store: MemoryStore): MemoryStore {
  const organizations = store.organizations.bind(store)
  store.organizations = async (query) => {
    const { docs, totalDocs } = await organizations(query)
    const below = (slug: string) => (slug === county.slug ? null : county.slug)
    return { docs: docs.map((one) => ({ ...one, parent: below(one.slug) })), totalDocs }
  }
  return store
}

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
