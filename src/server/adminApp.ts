import type { RequestListener } from 'node:http'
import type { Environment } from '../environment.ts'

/** The admin with its API, and the website. Loads Next here alone: a delivery process has no admin code in memory. */
export async function openAdmin({ port }: Environment): Promise<RequestListener> {
  const { default: next } = await import('next')
  const dev = process.env.NODE_ENV !== 'production'
  const admin = next({ dev, dir: process.cwd(), hostname: '127.0.0.1', port })
  await admin.prepare()
  const handle = admin.getRequestHandler()
  return (req, res) => void handle(req, res)
}
