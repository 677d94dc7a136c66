import type { PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import type { Organization, Report } from '../payload-types.ts'
import { deadlineOf, type Deadline } from './deadlines.ts'

/**
 * Until when organs have to publish their reports of a year.
 * @returns by id of the organ
 */
export async function deadlinesOf(
  req: PayloadRequest,
  organs: readonly Organization[],
  year: number,
): Promise<Map<string, Deadline>> {
  const above = organs.flatMap(({ ancestors }) => lineAbove(ancestors))
  const known = new Map([...organs, ...(await findOrgans(req, above))].map((one) => [one.id, one]))
  return new Map(
    organs.map((organ) => {
      const line = [organ.id, ...lineAbove(organ.ancestors)].flatMap((id) => known.get(id) ?? [])
      return [organ.id, deadlineOf({ year, kind: organ.kind }, line)]
    }),
  )
}

/** Until when the report has to be public. */
export async function reportDeadline(
  req: PayloadRequest,
  { organization, year }: Pick<Report, 'organization' | 'year'>,
): Promise<Deadline> {
  const organs = await findOrgans(req, [idOf(organization) ?? ''])
  const [deadline] = (await deadlinesOf(req, organs, year)).values()
  return deadline ?? deadlineOf({ year }, [])
}

/** The nearest first; they are kept the other way round. */
const lineAbove = (ancestors: Organization['ancestors']): string[] =>
  (ancestors ?? []).flatMap((one) => idOf(one) ?? []).reverse()

async function findOrgans(req: PayloadRequest, ids: readonly string[]): Promise<Organization[]> {
  if (ids.length === 0) return []
  const { docs } = await req.payload.db.find<Organization>({
    collection: 'organizations',
    where: { id: { in: [...new Set(ids)] } },
    pagination: false,
    limit: 0,
    req,
  })
  return docs
}
