import { networksIn, type Networks } from './networks.ts'

/** Read from the environment at every use. */

/** @returns the networks that are not public and that webhooks may reach all the same */
export const allowedNetworks = (): Networks => networksIn(process.env.WEBHOOK_NETWORKS)

/** No try outlasts the lease of its record. */
const longestSeconds = 100

/** How long an answer is waited for. */
export const timeoutMs = (): number =>
  1000 * Math.min(positive(process.env.WEBHOOK_TIMEOUT_SECONDS, 10), longestSeconds)

/** How long the log keeps what is done. */
export const logDays = (): number => positive(process.env.WEBHOOK_LOG_DAYS, 90)

function positive(value: string | undefined, otherwise: number): number {
  const number = Number(value || otherwise)
  return Number.isFinite(number) && number > 0 ? number : otherwise
}
