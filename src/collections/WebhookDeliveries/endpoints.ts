import type { Endpoint } from 'payload'
import { replay } from '../../webhooks/index.ts'
import { findSupervised } from '../findSupervised.ts'

/** `POST /api/webhook-deliveries/:id/replay`: sends a notice anew. */
const replayEndpoint: Endpoint = {
  path: '/:id/replay',
  method: 'post',
  handler: async (req) => {
    const delivery = await findSupervised(req, 'webhook-deliveries', '没有这条发送记录')
    await replay(req, delivery)
    return Response.json({ delivery: delivery.id, state: 'pending' }, { status: 202 })
  },
}

export const deliveryEndpoints: Endpoint[] = [replayEndpoint]
