import { call } from './call.ts'
import { WechatError } from './errors.ts'

export interface Account {
  appId: string
  secret: string
  /** Where the API is, without a slash at its end. */
  base: string
  timeoutMs: number
}

export interface Token {
  token: string
  expiresInSeconds: number
}

/**
 * Official page: 获取稳定版接口调用凭据, `POST /cgi-bin/stable_token`.
 * @param isForced makes the token before invalid; else the valid one is given again
 * @throws {WechatError}
 */
export async function stableToken(
  { appId, secret, base, timeoutMs }: Account,
  isForced: boolean,
): Promise<Token> {
  const { access_token, expires_in } = await call({
    kind: 'token',
    url: `${base}/cgi-bin/stable_token`,
    body: JSON.stringify({
      grant_type: 'client_credential',
      appid: appId,
      secret,
      force_refresh: isForced,
    }),
    timeoutMs,
    secrets: [secret],
  })
  if (typeof access_token !== 'string' || typeof expires_in !== 'number') {
    throw WechatError.unanswered('token', '答复中没有凭证')
  }
  return { token: access_token, expiresInSeconds: expires_in }
}
