import type { Payload } from 'payload'
import type { Meter, TokenSource } from '../wechat/api/client.ts'
import { stableToken, type Account } from '../wechat/api/stableToken.ts'

interface Kept {
  /** Encrypted with Payload's secret, so that the database alone opens nothing. */
  token: string
  /** Milliseconds since 1970. */
  until: number
}

/** A token is not used in its last minutes: it must outlive the call that it goes with. */
const marginMs = 300_000

/** What runs is waited for, not asked for again: by account and by the token that was refused. */
const flights = new Map<string, Promise<string>>()

/**
 * The tokens of an account, shared by all processes through Payload's key-value store. Two that ask
 * at once get the same: unless forced, `stable_token` gives the valid one again.
 */
export function sharedTokens(payload: Payload, account: Account, meter: Meter): TokenSource {
  const key = `wechat-token:${account.appId}`

  async function kept(): Promise<string | undefined> {
    const found = await payload.kv.get<Kept>(key)
    return found && found.until > Date.now() ? payload.decrypt(found.token) : undefined
  }

  async function keep(token: string, lifeMs: number): Promise<void> {
    const until = Date.now() + lifeMs - Math.min(marginMs, lifeMs / 2)
    const data: Kept = { token: payload.encrypt(token), until }
    try {
      await payload.kv.set(key, data)
    } catch (error) {
      // Two first ones at once: the key is unique, and either token is good.
      payload.logger.info({ err: error }, 'the token was not kept')
    }
  }

  /** Another process may have got a new one already: then that is taken, and no second made. */
  async function obtain(refused: string | undefined): Promise<string> {
    const known = await kept()
    if (known !== undefined && known !== refused) return known
    await meter.count('token')
    const { token, expiresInSeconds } = await stableToken(account, refused !== undefined)
    await keep(token, expiresInSeconds * 1000)
    return token
  }

  return {
    token(refused) {
      const flightKey = `${key} ${refused ?? ''}`
      const running = flights.get(flightKey)
      if (running) return running
      const flight = obtain(refused).finally(() => flights.delete(flightKey))
      flights.set(flightKey, flight)
      return flight
    },
  }
}
