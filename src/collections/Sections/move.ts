import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { personOf } from '../../access/roles.ts'
import { moveSection } from '../../desk/moveSection.ts'
import { Refused } from '../../desk/refusals.ts'
import type { Direction } from '../../narrative/order.ts'
import { jsonBody } from '../jsonBody.ts'

/** `POST /api/sections/:id/move` with `{ direction: "up" | "down" }`, inside its part. */
export const moveEndpoint: Endpoint = {
  path: '/:id/move',
  method: 'post',
  handler: async (req) => {
    if (!personOf(req)) throw new APIError('请先登录', 401)
    const { direction } = await jsonBody(req)
    const id = typeof req.routeParams?.id === 'string' ? req.routeParams.id : ''
    return Response.json(await moveSection(req, id, directionIn(req, direction)))
  },
}

function directionIn(req: PayloadRequest, value: unknown): Direction {
  if (value === 'up' || value === 'down') return value
  throw new Refused(req, 'sections', [
    { path: 'direction', message: '移动的方向 direction 应为 up（上移）或 down（下移）' },
  ])
}
