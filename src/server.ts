import { createServer, type Server } from 'node:http'
import type { Payload } from 'payload'
import { startBackground } from './background.ts'
import { prepareEnvironment, type Environment } from './environment.ts'
import type { DemoAccount } from './sample/seed.ts'
import { greeting } from './server/greeting.ts'
import { openSite } from './server/site.ts'
import { stopOnSignals } from './server/stopping.ts'

/** Starts what GONGKAI_ROLE asks for: the admin with its API, the public API, or both. */
async function start(): Promise<void> {
  const environment = prepareEnvironment()
  const { getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config })
  const accounts = await fillEmptyDatabase(payload, environment)
  const site = await openSite(payload, environment)
  const server = createServer(site.listener)
  await listen(server, environment.port)
  stopOnSignals(server, {
    work: [site.stop, ...startWork(payload, environment)],
    last: () => payload.destroy(),
  })
  console.log(greeting(environment, accounts))
}

/**
 * What goes on by itself beside the requests: of the editors' side, so not in a delivery process.
 * @returns what ends it
 */
function startWork(payload: Payload, { role }: Environment): (() => Promise<unknown>)[] {
  if (role === 'delivery') return []
  const background = startBackground(payload)
  return [() => background.stop()]
}

const listen = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })

/** Before anybody is let in: the first to register at an empty database is its administrator. */
async function fillEmptyDatabase(
  payload: Payload,
  { role, sample, demoPassword }: Environment,
): Promise<DemoAccount[] | undefined> {
  if (!sample || role === 'delivery') return undefined
  const { seedSample } = await import('./sample/seed.ts')
  return seedSample(payload, demoPassword)
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
