import type { Payload } from 'payload'
import type { Webhook, WebhookDelivery } from '../payload-types.ts'
import { post, type Outcome } from './post.ts'
import { secretsOf, unreadableSecret } from './secrets.ts'
import { allowedNetworks, timeoutMs } from './settings.ts'
import { signedHeaders } from './signature.ts'

/** One try, as the log keeps it. */
export interface Attempt extends Outcome {
  /** ISO instant of its beginning. */
  at: string
}

/** Signs and sends a delivery. */
export async function send(
  payload: Payload,
  delivery: WebhookDelivery,
  webhook: Webhook,
): Promise<Attempt> {
  const at = new Date()
  const body = delivery.body ?? ''
  const secrets = readSecrets(payload, webhook)
  if (!secrets) return { at: at.toISOString(), ...unsigned }
  const outcome = await post({
    url: webhook.url,
    body,
    timeoutMs: timeoutMs(),
    allowed: allowedNetworks(),
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'User-Agent': 'Gongkai-Webhooks/1',
      ...signedHeaders(secrets, { id: delivery.event, at, body }),
    },
  })
  return { at: at.toISOString(), ...outcome }
}

/** Nothing goes out that the receiver could not prove. */
const unsigned: Outcome = { status: null, excerpt: null, error: unreadableSecret, durationMs: 0 }

function readSecrets(payload: Payload, webhook: Webhook): string[] | undefined {
  try {
    return secretsOf(payload, webhook)
  } catch {
    return undefined
  }
}
