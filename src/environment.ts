import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { embeddedDatabase, isMongo } from './database.ts'

export type Role = 'all' | 'admin' | 'delivery'

export interface Environment {
  port: number
  /** Without a slash at its end. */
  publicUrl: string
  role: Role
  sample: boolean
  demoPassword: string | undefined
  trustProxy: string | undefined
  /** How much of prepared answers a process keeps. */
  cache: { memoryMegabytes: number; fileMegabytes: number }
  /** For how long the public API goes on from memory while the database is away. */
  memoryMinutes: number
  /** How many answers of the public API a client may have in a minute; 0 for any number. */
  ratePerMinute: number
  /** Whether each request is recorded. */
  accessLog: boolean
}

/**
 * Reads the environment, fills in what Payload reads from it, and makes the folder and the secret
 * of the embedded database. To be called before the Payload config is imported.
 * @throws with a message in Chinese and English when a setting is wrong or missing
 */
export function prepareEnvironment(env = process.env): Environment {
  takeFromFile(env, 'DATABASE_URI')
  takeFromFile(env, 'PAYLOAD_SECRET')
  env.DATABASE_URI ||= embeddedDatabase
  refuseUnknownDatabase(env.DATABASE_URI)
  const embedded = !isMongo(env.DATABASE_URI)
  if (embedded) makeDatabaseFolder(env.DATABASE_URI)
  env.PAYLOAD_SECRET ||= embedded ? keptSecret(env.DATABASE_URI) : missingSecret()
  return {
    port: portIn(env.PORT),
    publicUrl: publicUrlIn(env),
    role: roleIn(env.GONGKAI_ROLE),
    sample: env.GONGKAI_SAMPLE ? env.GONGKAI_SAMPLE !== 'false' : embedded,
    demoPassword: env.GONGKAI_DEMO_PASSWORD || undefined,
    trustProxy: env.TRUST_PROXY === 'false' ? undefined : env.TRUST_PROXY || undefined,
    cache: {
      memoryMegabytes: amountIn(env, 'CACHE_MB', 32),
      fileMegabytes: amountIn(env, 'CACHE_FILE_MB', 1024, 1),
    },
    memoryMinutes: amountIn(env, 'MEMORY_MINUTES', 10, 1),
    ratePerMinute: amountIn(env, 'RATE_LIMIT_PER_MINUTE', 0),
    accessLog: env.ACCESS_LOG === 'true',
  }
}

/** `NAME_FILE` names a file that holds the setting, as containers hand secrets over. */
function takeFromFile(env: NodeJS.ProcessEnv, name: 'DATABASE_URI' | 'PAYLOAD_SECRET'): void {
  const file = env[`${name}_FILE`]
  if (!file || env[name]) return
  try {
    env[name] = readFileSync(file, 'utf8').trim()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Error(`${name}_FILE 所指的文件无法读取 (cannot be read): ${file} (${code})`, {
      cause: error,
    })
  }
  if (!env[name]) throw new Error(`${name}_FILE 所指的文件是空的 (is empty): ${file}`)
}

function refuseUnknownDatabase(uri: string): void {
  if (isMongo(uri) || uri.startsWith('file:')) return
  const [scheme] = uri.split(':') // the rest may hold a password
  throw new Error(
    `DATABASE_URI 应以 file:、mongodb:// 或 mongodb+srv:// 开头 (must begin with one of these): ${scheme}:…`,
  )
}

const databaseFile = (uri: string) => path.resolve(uri.replace(/^file:(\/\/)?/, ''))

function makeDatabaseFolder(uri: string): void {
  mkdirSync(path.dirname(databaseFile(uri)), { recursive: true })
}

/** The secret beside the embedded database, made once, readable by its owner alone. */
function keptSecret(uri: string): string {
  const file = path.join(path.dirname(databaseFile(uri)), 'secret')
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}

function missingSecret(): never {
  throw new Error(
    '使用 MongoDB 时必须设置 PAYLOAD_SECRET (PAYLOAD_SECRET is required with MongoDB)',
  )
}

/** The address in links, without a slash at its end. @throws when `PORT` is wrong */
export const publicUrlIn = (env: NodeJS.ProcessEnv): string =>
  (env.PUBLIC_URL || `http://localhost:${portIn(env.PORT)}`).replace(/\/+$/, '')

function portIn(value: string | undefined): number {
  const port = Number(value || 3000)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new Error(`PORT 应为 1 到 65535 的整数 (must be an integer from 1 to 65535): ${value}`)
}

/** @throws when the setting is not a whole number, such as 1e3 or 5m, or less than `least` */
function amountIn(env: NodeJS.ProcessEnv, name: string, standard: number, least = 0): number {
  const value = env[name] || String(standard)
  if (/^\d{1,6}$/.test(value) && Number(value) >= least) return Number(value)
  throw new Error(
    `${name} 应为不小于 ${least} 的整数 (must be a whole number from ${least} on): ${value}`,
  )
}

function roleIn(value: string | undefined): Role {
  const role = value || 'all'
  if (role === 'all' || role === 'admin' || role === 'delivery') return role
  throw new Error(`GONGKAI_ROLE 应为 all、admin 或 delivery (must be one of these): ${value}`)
}
