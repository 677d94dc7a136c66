import { createHmac, randomBytes } from 'node:crypto'

/** Signing as Standard Webhooks (https://www.standardwebhooks.com) says, symmetric, version 1. */

const prefix = 'whsec_'

/** @returns a new secret in the form that the libraries for receivers take */
export const newSecret = (): string => prefix + randomBytes(32).toString('base64')

export const isSecret = (text: string): boolean =>
  text.startsWith(prefix) && /^[A-Za-z0-9+/]+=*$/.test(text.slice(prefix.length))

export interface Message {
  /** Of the event: the same at every try. */
  id: string
  /** Of this try. */
  at: Date
  body: string
}

/**
 * @param secrets one, or two while a secret is being changed: then either proves the message
 * @returns the headers by which a receiver knows where the message comes from, and when it was sent
 */
export function signedHeaders(
  secrets: readonly string[],
  { id, at, body }: Message,
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map((secret) => `v1,${sign(secret, `${id}.${timestamp}.${body}`)}`)
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  }
}

const sign = (secret: string, text: string): string =>
  createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64'))
    .update(text)
    .digest('base64')
