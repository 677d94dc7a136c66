import { APIError, type PayloadRequest } from 'payload'
import { mayHandleArticles } from '../access/articles.ts'
import { idOf } from '../access/relations.ts'
import type { Channel, Publication, Receipt } from '../payload-types.ts'
import { actorName, audit } from './audit.ts'
import { findReport } from './findReport.ts'
import { Refused } from './refusals.ts'
import { inTransaction } from './transaction.ts'

/** What is reported of an article. */
export interface ReceiptInput {
  /** Slug of the 公众号; may be left out by a client of one channel. */
  channel?: unknown
  /** Of the article in WeChat. */
  link?: unknown
  /** It was deleted there: nothing of the report stands in the channel any more. */
  removed?: unknown
}

export interface Recorded {
  receipt: Receipt
  /** Slug. */
  channel: string
  /** Whether it says anything new. */
  isNew: boolean
}

const longestLink = 1024

/**
 * Takes down which publication stands in a 公众号 and where. An earlier revision is taken down too:
 * it may have been sent just before the correction.
 * @param publicationId of the article, as the list of the channel names it
 * @throws 404 without such a publication; 403 for those whose channel it is not; {Refused} 400
 */
export function recordReceipt(
  req: PayloadRequest,
  publicationId: string,
  input: ReceiptInput,
): Promise<Recorded> {
  return inTransaction(req, async () => {
    const publication = await req.payload.db.findOne<Publication>({
      collection: 'publications',
      where: { id: { equals: publicationId } },
      req,
    })
    if (!publication) throw new APIError('没有这篇文章', 404)
    const channel = await channelOf(req, publication, input.channel)
    const link = linkIn(req, input.link)
    const removed = removedIn(req, input.removed)
    const last = await lastReceipt(req, publication, channel)
    if (last && saysTheSame(last, publication, link, removed)) {
      return { receipt: last, channel: channel.slug, isNew: false }
    }
    const receipt = await write(req, publication, channel, { link, removed })
    const report = await findReport(req, idOf(publication.report) ?? '')
    const { revision } = publication
    const details = { channel: channel.slug, link, removed, revision }
    await audit(req, report, { action: 'recordReceipt', details })
    return { receipt, channel: channel.slug, isNew: true }
  })
}

async function channelOf(
  req: PayloadRequest,
  publication: Publication,
  slug: unknown,
): Promise<Channel> {
  const refuse = (message: string) => new Refused(req, 'receipts', [{ path: 'channel', message }])
  if (slug !== undefined && typeof slug !== 'string') throw refuse('channel 应为公众号的网址标识')
  const channels = await req.payload.find({
    collection: 'channels',
    where: {
      and: [
        { organization: { equals: idOf(publication.organization) } },
        { kind: { equals: 'wechat' } },
        ...(slug === undefined ? [] : [{ slug: { equals: slug } }]),
      ],
    },
    pagination: false,
    depth: 0,
    req,
  })
  const own = channels.docs.filter((channel) => mayHandleArticles(req, channel))
  const [only, ...others] = own
  if (only && others.length === 0) return only
  if (only) throw refuse('这个机关有多个公众号，请用 channel 指明')
  if (channels.docs.length > 0) throw new APIError('您没有权限登记这个公众号的回执', 403)
  throw refuse(
    slug === undefined ? '这个机关没有公众号' : `这个机关没有公众号“${slug.slice(0, 100)}”`,
  )
}

function linkIn(req: PayloadRequest, link: unknown): string {
  const text = typeof link === 'string' ? link.trim() : ''
  const isArticle = text.length <= longestLink && hostOf(text) === 'mp.weixin.qq.com'
  if (isArticle) return text
  const message = '请填写文章在微信中的链接，以 https://mp.weixin.qq.com/ 开头'
  throw new Refused(req, 'receipts', [{ path: 'link', message }])
}

function hostOf(text: string): string | undefined {
  try {
    const { protocol, host } = new URL(text)
    return protocol === 'https:' || protocol === 'http:' ? host : undefined
  } catch {
    return undefined
  }
}

function removedIn(req: PayloadRequest, removed: unknown): boolean {
  if (removed === undefined || typeof removed === 'boolean') return removed ?? false
  throw new Refused(req, 'receipts', [{ path: 'removed', message: 'removed 应为 true 或 false' }])
}

async function lastReceipt(
  req: PayloadRequest,
  { report }: Publication,
  channel: Channel,
): Promise<Receipt | undefined> {
  const { docs } = await req.payload.db.find<Receipt>({
    collection: 'receipts',
    where: { and: [{ report: { equals: idOf(report) } }, { channel: { equals: channel.id } }] },
    sort: ['-recordedAt', '-id'],
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]
}

const saysTheSame = (
  last: Receipt,
  publication: Publication,
  link: string,
  removed: boolean,
): boolean =>
  idOf(last.publication) === publication.id &&
  last.link === link &&
  Boolean(last.removed) === removed

const write = (
  req: PayloadRequest,
  { id, report, organization, revision, digest }: Publication,
  channel: Channel,
  told: { link: string; removed: boolean },
): Promise<Receipt> =>
  req.payload.db.create({
    collection: 'receipts',
    data: {
      publication: id,
      report: idOf(report),
      organization: idOf(organization),
      channel: channel.id,
      revision,
      digest,
      ...told,
      recordedAt: new Date().toISOString(),
      recordedBy: recorderName(req),
    },
    req,
  }) as Promise<Receipt>

const recorderName = (req: PayloadRequest): string =>
  req.user?.collection === 'api-clients' ? req.user.name : actorName(req)
