import type { Endpoint, PayloadRequest } from 'payload'
import { mayPublish } from '../../../access/publishers.ts'
import { acknowledge } from '../../../workflow/acknowledge.ts'
import { clear } from '../../../workflow/clear.ts'
import { publish } from '../../../workflow/publish.ts'
import { returnReport } from '../../../workflow/returnReport.ts'
import { revise } from '../../../workflow/revise.ts'
import { submit } from '../../../workflow/submit.ts'
import { withdraw } from '../../../workflow/withdraw.ts'
import { cellCommentsIn } from './cellComments.ts'
import { jsonBody } from '../../jsonBody.ts'
import { editableReport, reportFor, textIn } from './request.ts'

const publishableReport = (req: PayloadRequest) => reportFor(req, mayPublish)

/** Who may is told by how the report is found. */
const verbs = {
  submit: { find: editableReport, run: submit },
  clear: { find: publishableReport, run: clear },
  publish: { find: publishableReport, run: publish },
  withdraw: { find: publishableReport, run: withdraw },
  revise: { find: publishableReport, run: revise },
} as const

/** `POST /api/reports/:id/{submit,clear,publish,withdraw,revise}` with `{ comment? }`. */
const verbEndpoints = Object.entries(verbs).map(([verb, { find, run }]): Endpoint => ({
  path: `/:id/${verb}`,
  method: 'post',
  handler: async (req) => {
    const { id } = await find(req)
    const body = await jsonBody(req, true)
    return Response.json(await run(req, id, textIn(req, body.comment, 'comment', '说明')))
  },
}))

/** `POST /api/reports/:id/return` with `{ comment, cells?: [{ table, row, column, comment }] }`. */
const returnEndpoint: Endpoint = {
  path: '/:id/return',
  method: 'post',
  handler: async (req) => {
    const { id } = await publishableReport(req)
    const body = await jsonBody(req, true)
    const comment = textIn(req, body.comment, 'comment', '退回意见', true) ?? ''
    return Response.json(await returnReport(req, id, comment, cellCommentsIn(req, body.cells)))
  },
}

/** `POST /api/reports/:id/acknowledge` with `{ key, reason }` or `{ rule, reason }`. */
const acknowledgeEndpoint: Endpoint = {
  path: '/:id/acknowledge',
  method: 'post',
  handler: async (req) => {
    const { id } = await editableReport(req)
    const body = await jsonBody(req)
    const reconciliation = await acknowledge(req, id, {
      key: textIn(req, body.key, 'key', '问题标识'),
      rule: textIn(req, body.rule, 'rule', '规则'),
      reason: textIn(req, body.reason, 'reason', '说明的理由', true) ?? '',
    })
    return Response.json(reconciliation)
  },
}

export const workflowEndpoints: Endpoint[] = [...verbEndpoints, returnEndpoint, acknowledgeEndpoint]
