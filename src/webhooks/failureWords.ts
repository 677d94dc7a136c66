/** What went wrong before there was an answer, for the person who reads the log. */
const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: '连接被拒绝',
  ECONNRESET: '连接中断',
  EPIPE: '连接中断',
  EHOSTUNREACH: '主机不可达',
  ENETUNREACH: '网络不可达',
  ENOTFOUND: '域名无法解析',
  EAI_AGAIN: '域名暂时无法解析',
  ETIMEDOUT: '连接超时',
}

/**
 * @param timeoutMs how long an answer was waited for
 * @returns Chinese, with the system's code where the person who runs the receiver may need it
 */
export function failureWords(error: unknown, timeoutMs: number): string {
  const { name, code, message } = (error ?? {}) as {
    name?: string
    code?: string
    message?: string
  }
  if (name === 'AddressBarred') return message ?? ''
  if (name === 'AbortError' || name === 'TimeoutError') return `${timeoutMs / 1000} 秒内没有应答`
  if (!code) return '发送时出错'
  const known = words[code]
  if (known) return `${known}（${code}）`
  return /CERT|SSL|TLS|ISSUER|SIGNATURE/.test(code)
    ? `证书不受信任或加密连接失败（${code}）`
    : `无法连接（${code}）`
}
