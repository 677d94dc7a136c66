import { APIError, type PayloadRequest } from 'payload'
import { mayEdit } from '../access/editors.ts'
import { idOf } from '../access/relations.ts'
import { hasRole, personOf } from '../access/roles.ts'
import type { Organization } from '../payload-types.ts'
import { freeSlug } from './slugs.ts'

export interface WantedOrganization {
  /** Slug or id, as asked for. */
  organization?: string
  /** Name of an organ to create when there is none. */
  organizationName?: string
  /** The name that the file gives. */
  nameInFile?: string
  /** The command may do what an administrator may. */
  asSystem: boolean
}

/**
 * Finds the organ that an imported report belongs to: the one asked for, else the one that the file
 * names, else (for an editor) one's own. Only an administrator and the command create organs.
 * @throws 400 when none can be told, 403 when it is not for this person to import there
 */
export async function resolveOrganization(
  req: PayloadRequest,
  wanted: WantedOrganization,
): Promise<Organization> {
  const mayCreate = wanted.asSystem || hasRole(req, 'administrator')
  const found = await find(req, wanted)
  if (found) {
    if (!mayCreate) refuseForeign(req, found)
    return found
  }
  const name = wanted.organizationName ?? wanted.nameInFile
  if (!name) throw new APIError('文件中没有读出机关名称，请指明 organization', 400)
  if (!mayCreate) {
    throw new APIError(`没有“${name}”这个机关，请指明 organization，或由管理员先建立`, 400)
  }
  return req.payload.create({
    collection: 'organizations',
    data: { name, slug: await freeSlug(req, 'organizations', name) },
    req,
  })
}

/**
 * The organ that an import would be for, when nothing is to be created or asked: the one asked for,
 * else the one of that name, else an editor's own.
 * @returns `undefined` when the file names none, several, or one that is not this person's
 * @throws 400 when the one asked for is not there, 403 when it is not this person's
 */
export async function offeredOrganization(
  req: PayloadRequest,
  { organization, nameInFile }: Pick<WantedOrganization, 'organization' | 'nameInFile'>,
): Promise<Organization | undefined> {
  if (organization) {
    const found = await identified(req, organization)
    refuseForeign(req, found)
    return found
  }
  if (!nameInFile) return ownOrganization(req)
  const namesakes = await named(req, nameInFile)
  const found = ownAmong(req, namesakes) ?? (namesakes.length === 1 ? namesakes[0] : undefined)
  return found && mayEdit(req, found.id) ? found : undefined
}

async function find(
  req: PayloadRequest,
  { organization, organizationName, nameInFile }: WantedOrganization,
): Promise<Organization | undefined> {
  if (organization) return identified(req, organization)
  const name = organizationName ?? nameInFile
  if (!name) return ownOrganization(req)
  // Towns of different counties may have one name.
  const namesakes = await named(req, name)
  const own = ownAmong(req, namesakes)
  if (namesakes.length > 1 && !own) {
    const slugs = namesakes.map(({ slug }) => slug).join('、')
    throw new APIError(
      `有 ${namesakes.length} 个机关叫“${name}”，请以 organization 指明：${slugs}`,
      400,
    )
  }
  return own ?? namesakes[0]
}

async function identified(req: PayloadRequest, slugOrId: string): Promise<Organization> {
  const { docs } = await req.payload.find({
    collection: 'organizations',
    where: { or: [{ slug: { equals: slugOrId } }, { id: { equals: slugOrId } }] },
    limit: 1,
    pagination: false,
    depth: 0,
    req,
  })
  if (!docs[0]) throw new APIError(`没有标识为“${slugOrId}”的机关`, 400)
  return docs[0]
}

async function named(req: PayloadRequest, name: string): Promise<Organization[]> {
  const { docs } = await req.payload.find({
    collection: 'organizations',
    where: { name: { in: [name, `${name}人民政府`, name.replace(/人民政府$/, '')] } },
    limit: 10,
    pagination: false,
    depth: 0,
    req,
  })
  return docs
}

/** Nothing asked for and nothing in the file: an editor imports for the organ they work at. */
async function ownOrganization(req: PayloadRequest): Promise<Organization | undefined> {
  const own = idOf(personOf(req)?.organization)
  return own && !hasRole(req, 'administrator')
    ? req.payload.findByID({ collection: 'organizations', id: own, depth: 0, req })
    : undefined
}

const ownAmong = (
  req: PayloadRequest,
  organizations: readonly Organization[],
): Organization | undefined =>
  organizations.find(({ id }) => id === idOf(personOf(req)?.organization))

function refuseForeign(req: PayloadRequest, { id, name }: Organization): void {
  if (!mayEdit(req, id)) throw new APIError(`您不能为“${name}”导入报告`, 403)
}
