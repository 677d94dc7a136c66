import express from 'express'
import { createServer, type Server } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { Payload } from 'payload'
import { databaseAnswers } from './availability/databaseAnswers.ts'
import { refuseWhileAway } from './availability/refuseWhileAway.ts'
import { keyedDesk } from './clients/keyedDesk.ts'
import { createDelivery } from './delivery/createDelivery.ts'
import { payloadStore } from './delivery/payloadStore.ts'
import { healthRoutes } from './delivery/routes/health.ts'
import { prepareEnvironment, type Environment } from './environment.ts'
import { onAnnouncement } from './publication/announcements.ts'
import { startPushing, type Pushing } from './push/index.ts'
import type { DemoAccount } from './sample/seed.ts'

const stopWithinMs = 10_000

/** Starts what GONGKAI_ROLE asks for: the admin with its API, the public API, or both. */
async function start(): Promise<void> {
  const environment = prepareEnvironment()
  const { getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config })
  const accounts = await fillEmptyDatabase(payload, environment)
  const server = createServer(await application(payload, environment))
  await listen(server, environment.port)
  const pushing = environment.role === 'delivery' ? undefined : startPushing(payload)
  stopOnSignals(server, payload, pushing)
  greet(environment, accounts)
}

async function application(payload: Payload, environment: Environment): Promise<express.Express> {
  const { role, publicUrl, port, trustProxy } = environment
  const app = express()
  app.disable('x-powered-by')
  if (trustProxy) app.set('trust proxy', trustValue(trustProxy))
  const ready = databaseAnswers(payload)
  if (role === 'admin') app.use(healthRoutes(ready))
  else {
    const delivery = createDelivery(payloadStore(payload), {
      baseUrl: publicUrl,
      ready,
      log: (error) => payload.logger.error(error),
      keyed: keyedDesk(payload),
    })
    onAnnouncement(({ organization, year }) => delivery.forget(organization, year))
    app.use(delivery.app)
  }
  if (role !== 'delivery') {
    // Loaded here alone: a delivery process has no admin code in memory.
    const { default: next } = await import('next')
    const dev = process.env.NODE_ENV !== 'production'
    const admin = next({ dev, dir: process.cwd(), hostname: '127.0.0.1', port })
    await admin.prepare()
    const handle = admin.getRequestHandler()
    app.get('/', (_req, res) => res.redirect('/admin'))
    app.use(refuseWhileAway(ready))
    app.use((req, res) => handle(req, res))
  }
  return app
}

/** Express takes a number of hops, a word of its own, or a list of addresses. */
const trustValue = (value: string): string | number | boolean =>
  /^\d+$/.test(value) ? Number(value) : value === 'true' ? true : value

const listen = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })

function stopOnSignals(server: Server, payload: Payload, pushing: Pushing | undefined): void {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    // A push that takes longer is cut short, and taken up by the next start.
    const pushStopped = Promise.race([pushing?.stop(), delay(stopWithinMs)])
    const late = setTimeout(() => server.closeAllConnections(), stopWithinMs)
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeIdleConnections()
    })
    clearTimeout(late)
    await pushStopped
    await payload.destroy()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}

/** Before anybody is let in: the first to register at an empty database is its administrator. */
async function fillEmptyDatabase(
  payload: Payload,
  { role, sample, demoPassword }: Environment,
): Promise<DemoAccount[] | undefined> {
  if (!sample || role === 'delivery') return undefined
  const { seedSample } = await import('./sample/seed.ts')
  return seedSample(payload, demoPassword)
}

function greet(environment: Environment, accounts: DemoAccount[] | undefined): void {
  const { role, publicUrl, sample } = environment
  const lines = ['', '公开 Gongkai is up.', '']
  if (role !== 'delivery') lines.push(`  后台 Admin        ${publicUrl}/admin`)
  if (role !== 'admin') lines.push(`  公开接口 API      ${publicUrl}/v1/reports`)
  if (sample && role !== 'delivery') {
    if (role === 'all') {
      const report = `${publicUrl}/v1/reports/yingqiu/2020`
      lines.push(`  示例报告 Report   ${report}`, `  公众号文章 WeChat ${report}/wechat`)
      lines.push(`  文章预览 Preview  ${report}/wechat?format=html`)
    }
    if (accounts) {
      lines.push('', '  演示账号 Demo accounts (shown once):')
      for (const { email, name, password } of accounts) {
        lines.push(`    ${email.padEnd(24)} ${password}   ${name}`)
      }
    }
  }
  console.log(`${lines.join('\n')}\n`)
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
