import type { Payload } from 'payload'
import type { Webhook } from '../payload-types.ts'
import { isSecret, newSecret } from './signature.ts'

/** Secrets are kept encrypted with Payload's own, and shown once: when they are made. */

/** After a change the secret before signs too, so that the receiver can change at leisure. */
const overlapMs = 24 * 60 * 60 * 1000

export const unreadableSecret = '签名密钥无法解密（PAYLOAD_SECRET 已更换），请换发密钥'

/** @returns the secret that a new webhook begins with, as it is kept */
export const firstSecret = (payload: Payload): string => payload.encrypt(newSecret())

/**
 * @returns what signs now
 * @throws when the secret cannot be read
 */
export function secretsOf(
  payload: Payload,
  { secret, previousSecret, previousSecretUntil }: Webhook,
): string[] {
  const own = secret ? payload.decrypt(secret) : ''
  if (!isSecret(own)) throw new Error(unreadableSecret)
  const isOverlap = previousSecretUntil && Date.parse(previousSecretUntil) > Date.now()
  const before = previousSecret && isOverlap ? payload.decrypt(previousSecret) : ''
  return isSecret(before) ? [own, before] : [own]
}

export interface IssuedSecret {
  /** To be shown once. */
  secret: string
  /** Until when the one before signs too; `null` when nobody ever saw it. */
  previousUntil: string | null
}

/** Gives a webhook a new secret. */
export async function issueSecret(payload: Payload, webhook: Webhook): Promise<IssuedSecret> {
  const secret = newSecret()
  const previousUntil = webhook.secretIssuedAt
    ? new Date(Date.now() + overlapMs).toISOString()
    : null
  const now = new Date().toISOString()
  await payload.db.updateOne({
    collection: 'webhooks',
    id: webhook.id,
    data: {
      secret: payload.encrypt(secret),
      previousSecret: previousUntil ? webhook.secret : null,
      previousSecretUntil: previousUntil,
      secretIssuedAt: now,
      updatedAt: now,
    },
  })
  return { secret, previousUntil }
}
