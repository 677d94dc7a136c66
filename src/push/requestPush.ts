import { APIError, type PayloadRequest } from 'payload'
import { actorName, audit } from '../desk/audit.ts'
import { findReport } from '../desk/findReport.ts'
import { inTransaction } from '../desk/transaction.ts'
import type { WechatDraft } from '../payload-types.ts'
import { dryRun, type DryRun } from './dryRun.ts'
import { findDraft } from './findDraft.ts'
import { queueJob } from './jobs.ts'
import { secretOf } from './settings.ts'
import { findTarget, missingSecret, type Target, type TargetIds } from './target.ts'

export interface PushRequest extends TargetIds {
  /** Only says what a push would do. */
  dryRun?: boolean
}

/** What became of the request. */
export interface Requested {
  dryRun: false
  /** Id of the draft's record. */
  draft: string
  state: WechatDraft['state']
  /** Whether this request set something going. */
  isNew: boolean
}

const collection = 'wechat-drafts'

/**
 * Asks for a publication to be brought into the drafts box of a 公众号. Access is the caller's
 * business. However often it is asked, there is one record and one draft; one that failed is tried
 * again.
 * @throws 404, 400 or 409 as `findTarget`; 400 without a secret
 */
export async function requestPush(
  req: PayloadRequest,
  { dryRun: isDry, ...ids }: PushRequest,
): Promise<Requested | DryRun> {
  const target = await findTarget(req.payload, ids)
  if (isDry) return dryRun(req.payload, target)
  if (!secretOf(target.appId)) throw new APIError(missingSecret(target.appId), 400)
  try {
    return await inTransaction(req, () => enter(req, target))
  } catch (error) {
    // The pair is unique: of two requests at once the one that comes second finds the other's record.
    const existing = await findDraft(req.payload, target)
    if (existing && existing.state !== 'failed') return answerOf(existing, false)
    throw error
  }
}

async function enter(req: PayloadRequest, target: Target): Promise<Requested> {
  const existing = await findDraft(req.payload, target, req)
  if (existing && existing.state !== 'failed') return answerOf(existing, false)
  const record = existing ? await restart(req, existing) : await create(req, target)
  await queueJob(req.payload, record.id, req)
  await writeAudit(req, target)
  return answerOf(record, true)
}

const create = (req: PayloadRequest, { publication, channel }: Target): Promise<WechatDraft> =>
  req.payload.db.create({
    collection,
    data: {
      title: publication.content.title,
      publication: publication.id,
      organization: publication.organization,
      channel: channel.id,
      state: 'queued',
      attempts: 0,
      requestedBy: actorName(req),
    },
    req,
  }) as Promise<WechatDraft>

/** What was uploaded and whether the draft was asked for stays known. */
async function restart(req: PayloadRequest, { id }: WechatDraft): Promise<WechatDraft> {
  const record: unknown = await req.payload.db.updateOne({
    collection,
    where: { and: [{ id: { equals: id } }, { state: { equals: 'failed' } }] },
    data: {
      state: 'queued',
      attempts: 0,
      advice: null,
      errorCode: null,
      requestedBy: actorName(req),
      updatedAt: new Date().toISOString(),
    },
    options: { atomic: true },
    req,
  })
  if (!record) throw new APIError('有人刚刚重新推送了这篇文章，请刷新后查看', 409)
  return record as WechatDraft
}

async function writeAudit(req: PayloadRequest, { publication, channel }: Target): Promise<void> {
  const report = await findReport(req, publication.report)
  await audit(req, report, {
    action: 'pushArticle',
    comment: `推送到公众号“${channel.name}”的草稿箱`,
    details: { channel: channel.slug, revision: publication.revision },
  })
}

const answerOf = ({ id, state }: WechatDraft, isNew: boolean): Requested => ({
  dryRun: false,
  draft: id,
  state,
  isNew,
})
