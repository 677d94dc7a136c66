import { APIError, createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { idOf } from '../access/relations.ts'
import { isWithin } from '../access/subtree.ts'
import type { KeyedDesk } from '../delivery/KeyedDesk.ts'
import type { ApiClient, Report } from '../payload-types.ts'
import { digestOf } from '../publication/canonical.ts'
import { contentOf } from '../publication/contentOf.ts'
import { clearedDigest } from '../desk/clearance.ts'
import { recordReceipt } from '../desk/receipts.ts'
import { reconcileReport } from '../desk/reconcileReport.ts'

/** The part of the desk that a key opens to programs. */
export function keyedDesk(payload: Payload): KeyedDesk {
  return {
    async clearedReport(authorization, organization, year) {
      const { req, client } = await clientRequest(payload, authorization)
      const report = await clearedReport(req, organization, year)
      if (!report || !(await mayPrepare(req, client, report))) throw nothingCleared()
      const content = await contentOf(req, report, await reconcileReport(req, report))
      const digest = digestOf(content)
      if (digest !== (await clearedDigest(req, report.id))) throw nothingCleared()
      return { content, digest, revision: report.publishedRevision + 1 }
    },

    async recordReceipt(authorization, publication, input) {
      const { req } = await clientRequest(payload, authorization)
      const { receipt, channel, isNew } = await recordReceipt(req, publication, input)
      const { link, removed, revision, digest, recordedAt } = receipt
      return {
        receipt: { channel, link, removed: Boolean(removed), revision, digest, recordedAt },
        isNew,
      }
    },
  }
}

const nothingCleared = () => new APIError('没有可供准备的、已审核通过的草稿', 404)

/**
 * A key in the header and nothing else: cookies would let a foreign page act in a person's name.
 * @throws 401
 */
async function clientRequest(
  payload: Payload,
  authorization: string | undefined,
): Promise<{ req: PayloadRequest; client: ApiClient }> {
  const headers = new Headers(authorization ? { authorization } : {})
  const { user } = await payload.auth({ headers })
  if (user?.collection !== 'api-clients') {
    throw new APIError('请在 Authorization 头中给出接口密钥：api-clients API-Key <密钥>', 401)
  }
  return { req: await createLocalReq({ user }, payload), client: user }
}

async function clearedReport(
  req: PayloadRequest,
  organization: string,
  year: number,
): Promise<Report | undefined> {
  const { docs } = await req.payload.find({
    collection: 'reports',
    where: {
      and: [
        { 'organization.slug': { equals: organization } },
        { year: { equals: year } },
        { stage: { equals: 'cleared' } },
      ],
    },
    limit: 1,
    depth: 0,
    req,
  })
  return docs[0]
}

/** Programs of the organ or of one above it, and of a channel of the organ. */
async function mayPrepare(
  req: PayloadRequest,
  client: ApiClient,
  report: Report,
): Promise<boolean> {
  const organ = idOf(report.organization) ?? ''
  const own = idOf(client.organization)
  if (own && (await isWithin(req, own, organ))) return true
  const ids = (client.channels ?? []).map((channel) => idOf(channel))
  if (ids.length === 0) return false
  const { totalDocs } = await req.payload.count({
    collection: 'channels',
    where: { and: [{ id: { in: ids } }, { organization: { equals: organ } }] },
    req,
  })
  return totalDocs > 0
}
