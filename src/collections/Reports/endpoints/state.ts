import type { Endpoint } from 'payload'
import { reportState } from '../../../desk/reportState.ts'
import { readableReport } from './request.ts'

/** `GET /api/reports/:id/state`: stage, reconciliation, what is filled in, the deadline. */
export const stateEndpoint: Endpoint = {
  path: '/:id/state',
  method: 'get',
  handler: async (req) => Response.json(await reportState(req, await readableReport(req))),
}
