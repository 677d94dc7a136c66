import type { Account } from '../wechat/api/stableToken.ts'

/** Read from the environment at every use; a secret is kept nowhere else. */

/** @returns the AppSecret of a 公众号, when the environment has it */
export const secretOf = (appId: string): string | undefined =>
  process.env[`WECHAT_SECRET_${appId}`] || undefined

export const accountOf = (appId: string, secret: string): Account => ({
  appId,
  secret,
  base: (process.env.WECHAT_API_BASE || 'https://api.weixin.qq.com').replace(/\/+$/, ''),
  timeoutMs: seconds(process.env.WECHAT_TIMEOUT_SECONDS, 30),
})

/** How long a `draft/add` without an answer may still be on its way at WeChat. */
export const settlingMs = (): number => seconds(process.env.WECHAT_SETTLE_SECONDS, 30)

const seconds = (value: string | undefined, otherwise: number): number => {
  const number = Number(value || otherwise)
  return 1000 * (Number.isFinite(number) && number >= 0 ? number : otherwise)
}
