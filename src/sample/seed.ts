import { randomBytes } from 'node:crypto'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { Role } from '../access/roles.ts'
import { inTransaction } from '../desk/transaction.ts'
import { storeReport } from '../importing/storeReport.ts'
import { acknowledge } from '../workflow/acknowledge.ts'
import { publish } from '../workflow/publish.ts'
import { yingqiu2020, yingqiu2020Reasons } from './yingqiu2020.ts'
import { yingqiu2021 } from './yingqiu2021.ts'

export interface DemoAccount {
  email: string
  name: string
  password: string
}

const accounts = [
  { key: 'admin', name: '系统管理员', role: 'administrator', at: 'county' },
  { key: 'editor', name: '王晓编', role: 'editor', at: 'town' },
  { key: 'reviewer', name: '李审核', role: 'reviewer', at: 'town' },
  { key: 'county', name: '张主管', role: 'supervisor', at: 'county' },
  { key: 'wechat', name: '赵运营', role: 'wechat', at: 'town' },
] as const satisfies { key: string; name: string; role: Role; at: 'county' | 'town' }[]

/**
 * Puts the sample into an empty database, all or nothing.
 * @param password of the demo accounts; generated when absent
 * @returns the accounts, or `undefined` when the database was not empty
 */
export async function seedSample(
  payload: Payload,
  password = randomBytes(9).toString('base64url'),
): Promise<DemoAccount[] | undefined> {
  const req = await createLocalReq({}, payload)
  return inTransaction(req, async () => {
    const [users, organizations] = await Promise.all([
      payload.count({ collection: 'users', req }),
      payload.count({ collection: 'organizations', req }),
    ])
    if (users.totalDocs > 0 || organizations.totalDocs > 0) return undefined
    const organs = await seedOrganizations(req)
    const people = await seedAccounts(req, organs, password)
    await seedChannels(req, organs.town)
    // What follows is done by the people of the town, so that the records name them.
    req.user = { ...people.editor, collection: 'users' }
    const { id } = await storeReport(req, yingqiu2020, { organization: organs.town, year: 2020 })
    for (const [rule, reason] of Object.entries(yingqiu2020Reasons)) {
      await acknowledge(req, id, { rule, reason })
    }
    req.user = { ...people.reviewer, collection: 'users' }
    await publish(req, id)
    req.user = { ...people.editor, collection: 'users' }
    await storeReport(req, yingqiu2021, { organization: organs.town, year: 2021 })
    return accounts.map(({ key, name }) => ({ email: emailOf(key), name, password }))
  })
}

const emailOf = (key: string) => `${key}@demo.example`

async function seedOrganizations(req: PayloadRequest): Promise<{ county: string; town: string }> {
  const county = await req.payload.create({
    collection: 'organizations',
    data: {
      name: '昌乐县人民政府',
      slug: 'changle',
      kind: 'government',
      region: '山东省潍坊市昌乐县',
    },
    req,
  })
  const town = await req.payload.create({
    collection: 'organizations',
    data: {
      name: '营丘镇人民政府',
      slug: 'yingqiu',
      region: '山东省潍坊市昌乐县',
      parent: county.id,
    },
    req,
  })
  return { county: county.id, town: town.id }
}

async function seedAccounts(
  req: PayloadRequest,
  organs: { county: string; town: string },
  password: string,
) {
  const create = ({ key, name, role, at }: (typeof accounts)[number]) =>
    req.payload.create({
      collection: 'users',
      data: { email: emailOf(key), password, name, roles: [role], organization: organs[at] },
      depth: 0,
      req,
    })
  const people: Partial<
    Record<(typeof accounts)[number]['key'], Awaited<ReturnType<typeof create>>>
  > = {}
  for (const account of accounts) people[account.key] = await create(account)
  return people as Required<typeof people>
}

/** The channels with readable addresses; the others come with the report that names them. */
async function seedChannels(req: PayloadRequest, organization: string): Promise<void> {
  const channels = [
    { name: '政府信息公开专栏', slug: 'yingqiu-website', kind: 'website' as const },
    {
      name: '“古都营丘”微信公众号',
      slug: 'gudu-yingqiu',
      kind: 'wechat' as const,
      account: '古都营丘',
    },
  ]
  for (const channel of channels) {
    await req.payload.create({ collection: 'channels', data: { ...channel, organization }, req })
  }
}
