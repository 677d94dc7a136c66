import { isIP } from 'node:net'
import { isReachable, type Networks } from './networks.ts'

const longest = 2_000

/** @returns the host as a name or an address without brackets */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/**
 * What is wrong with the address of a receiver, as far as it can be told without asking for its
 * name; that is done at every sending, since names change.
 * @returns in Chinese; `undefined` when nothing is
 */
export function addressProblem(value: unknown, allowed: Networks): string | undefined {
  if (typeof value !== 'string' || value === '') return '请填写接收通知的网址'
  if (value.length > longest) return `网址不能超过 ${longest} 个字符`
  if (!URL.canParse(value))
    return '不是有效的网址，应以 https:// 开头，如 https://www.example.gov.cn/hooks'
  const url = new URL(value)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return '网址应以 https:// 或 http:// 开头'
  }
  if (url.username || url.password) return '网址中不要写用户名和密码，通知由签名证明来源'
  if (url.hash) return '网址中不要有 # 及其后的部分'
  return isBarred(hostOf(url), allowed) ? barredAddress(hostOf(url)) : undefined
}

/** @param host name or address */
export const barredAddress = (host: string): string =>
  `${host} 不是公网地址，不能接收通知；确需发往内网的，请管理员在 WEBHOOK_NETWORKS 中列出其网段`

function isBarred(host: string, allowed: Networks): boolean {
  if (isIP(host)) return !isReachable(host, allowed)
  const isLocal = host === 'localhost' || host.endsWith('.localhost')
  return isLocal && !isReachable('127.0.0.1', allowed) && !isReachable('::1', allowed)
}
