import type { Payload } from 'payload'
import type { Role } from '../../src/access/roles.ts'
import type { Organization, Report, User } from '../../src/payload-types.ts'

/** A county with two towns and the people who work on their reports. */
export interface Office {
  county: Organization
  town: Organization
  otherTown: Organization
  people: Record<PersonKey, User>
}

export type PersonKey =
  'administrator' | 'editor' | 'reviewer' | 'supervisor' | 'wechat' | 'otherEditor'

export const password = 'correct-horse-battery'

export async function furnish(payload: Payload): Promise<Office> {
  const organ = (name: string, slug: string, parent?: string) =>
    payload.create({
      collection: 'organizations',
      data: { name, slug, parent, region: '示例省示例市' },
    })
  const county = await organ('示例县人民政府', 'shili')
  const town = await organ('清河镇人民政府', 'qinghe', county.id)
  const otherTown = await organ('白云镇人民政府', 'baiyun', county.id)
  const person = (name: PersonKey, role: Role, organization?: string) =>
    payload.create({
      collection: 'users',
      data: {
        email: `${name.toLowerCase()}@demo.example`,
        password,
        name: `示例${name}`,
        roles: [role],
        organization,
      },
    })
  return {
    county,
    town,
    otherTown,
    people: {
      administrator: await person('administrator', 'administrator'),
      editor: await person('editor', 'editor', town.id),
      reviewer: await person('reviewer', 'reviewer', town.id),
      supervisor: await person('supervisor', 'supervisor', county.id),
      wechat: await person('wechat', 'wechat', town.id),
      otherEditor: await person('otherEditor', 'editor', otherTown.id),
    },
  }
}

/** A report as its creator gets it; the system fills in the rest. */
export function newReport(
  payload: Payload,
  organization: string,
  year: number,
  format?: Report['format'],
): Promise<Report> {
  return payload.create({
    collection: 'reports',
    data: { organization, year, format } as Report,
    depth: 0,
  })
}
