import type { Endpoint } from 'payload'
import { mayPublish } from '../../../access/publishers.ts'
import { acknowledge } from '../../../workflow/acknowledge.ts'
import { publish } from '../../../workflow/publish.ts'
import { revise } from '../../../workflow/revise.ts'
import { withdraw } from '../../../workflow/withdraw.ts'
import { editableReport, jsonBody, reportFor, textIn } from './request.ts'

const verbs = { publish, withdraw, revise } as const

/** `POST /api/reports/:id/{publish,withdraw,revise}` with `{ comment? }`. */
const verbEndpoints = Object.entries(verbs).map(([verb, run]): Endpoint => ({
  path: `/:id/${verb}`,
  method: 'post',
  handler: async (req) => {
    const { id } = await reportFor(req, mayPublish)
    const body = await jsonBody(req, true)
    return Response.json(await run(req, id, textIn(req, body.comment, 'comment', '说明')))
  },
}))

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

export const workflowEndpoints: Endpoint[] = [...verbEndpoints, acknowledgeEndpoint]
