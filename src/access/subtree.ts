import type { PayloadRequest } from 'payload'

/**
 * The organ itself and all below it.
 * @returns ids; remembered for the rest of the request, since every access rule asks
 */
export async function subtreeOf(req: PayloadRequest, organization: string): Promise<string[]> {
  const known = (req.context.subtrees ??= {}) as Record<string, Promise<string[]>>
  known[organization] ??= req.payload
    .find({
      collection: 'organizations',
      where: { or: [{ id: { equals: organization } }, { ancestors: { in: [organization] } }] },
      pagination: false,
      depth: 0,
      select: { slug: true },
      req,
    })
    .then(({ docs }) => docs.map(({ id }) => id))
  return known[organization]
}

/** Whether `organization` is `root` or below it. */
export async function isWithin(
  req: PayloadRequest,
  root: string,
  organization: string,
): Promise<boolean> {
  return root === organization || (await subtreeOf(req, root)).includes(organization)
}
