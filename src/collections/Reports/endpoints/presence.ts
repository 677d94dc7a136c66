import type { Endpoint } from 'payload'
import { changeMark } from '../../../desk/changeMark.ts'
import { markPresence } from '../../../desk/presence.ts'
import { jsonBody } from '../../jsonBody.ts'
import { readableReport } from './request.ts'

/**
 * `POST /api/reports/:id/presence`: the page says that it is open, every so often, and with
 * `{ leaving: true }` that it closes. Answers who else has it open, and a mark that changes with
 * every save of anybody.
 */
export const presenceEndpoint: Endpoint = {
  path: '/:id/presence',
  method: 'post',
  handler: async (req) => {
    const report = await readableReport(req)
    const { leaving } = await jsonBody(req, true)
    return Response.json({
      others: await markPresence(req, report, leaving === true),
      mark: await changeMark(req, report),
    })
  },
}
