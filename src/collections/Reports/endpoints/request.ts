import { APIError, type PayloadRequest } from 'payload'
import { findReport } from '../../../desk/findReport.ts'
import { Refused } from '../../../desk/refusals.ts'
import { mayEdit } from '../../../access/editors.ts'
import { idOf } from '../../../access/relations.ts'
import { personOf } from '../../../access/roles.ts'
import type { Report } from '../../../payload-types.ts'

/** What the endpoints of a report share: who asks, for which report, with what body. */

const notSignedIn = () => new APIError('请先登录', 401)
const notAllowed = () => new APIError('您没有权限执行此操作', 403)

/**
 * The report that the address names.
 * @throws 401 without a person, 404 when there is none that the person may read
 */
export async function readableReport(req: PayloadRequest): Promise<Report> {
  if (!personOf(req)) throw notSignedIn()
  const id = typeof req.routeParams?.id === 'string' ? req.routeParams.id : ''
  const readable = await req.payload.count({
    collection: 'reports',
    where: { id: { equals: id } },
    overrideAccess: false,
    req,
  })
  if (readable.totalDocs === 0) throw new APIError('没有这份报告，或您无权查看', 404)
  return findReport(req, id)
}

/** As `readableReport`, and the person edits it. @throws 403 */
export async function editableReport(req: PayloadRequest): Promise<Report> {
  const report = await readableReport(req)
  if (!mayEdit(req, idOf(report.organization))) throw notAllowed()
  return report
}

/** As `readableReport`, for whoever passes `rule`. @throws 403 */
export async function reportFor(
  req: PayloadRequest,
  rule: (req: PayloadRequest, organization: string) => Promise<boolean>,
): Promise<Report> {
  const report = await readableReport(req)
  if (!(await rule(req, idOf(report.organization) ?? ''))) throw notAllowed()
  return report
}

/**
 * A text in a body.
 * @returns trimmed; `undefined` when absent or null
 * @throws 400 when it is no text, too long, or empty though required
 */
export function textIn(
  req: PayloadRequest,
  value: unknown,
  path: string,
  label: string,
  required = false,
): string | undefined {
  const refuse = (message: string) => new Refused(req, 'reports', [{ path, message }])
  if (value === undefined || value === null) {
    if (required) throw refuse(`请填写${label}`)
    return undefined
  }
  if (typeof value !== 'string') throw refuse(`${label}应为文字`)
  const text = value.trim()
  if (text.length > 2_000) throw refuse(`${label}不能超过 2000 字`)
  if (text === '' && required) throw refuse(`请填写${label}`)
  return text || undefined
}
