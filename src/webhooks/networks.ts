import { BlockList, isIP } from 'node:net'

/** Which addresses webhooks may reach: public ones, and the networks that the operator names. */
export type Networks = BlockList

type Family = 'ipv4' | 'ipv6'

/** What is not the public Internet, by IANA's registries of special-purpose addresses. */
const special = networksOf([
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // with the metadata services of clouds
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96], // IPv4 addresses within IPv6 ones
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
])

/**
 * @param text such as `10.8.0.0/16, 127.0.0.1`
 * @throws when an entry is neither an address nor a network
 */
export function networksIn(text: string | undefined): Networks {
  const entries = (text ?? '').split(/[\s,]+/).filter(Boolean)
  return networksOf(entries.map(networkIn))
}

/** @param address IPv4 or IPv6 */
export function isReachable(address: string, allowed: Networks): boolean {
  const family = familyOf(address)
  if (!family) return false
  return allowed.check(address, family) || !special.check(address, family)
}

function networkIn(entry: string): [string, number] {
  const [address = '', bits] = entry.split('/')
  const family = familyOf(address)
  const most = family === 'ipv4' ? 32 : 128
  const prefix = bits === undefined ? most : Number(bits)
  if (!family || !Number.isInteger(prefix) || prefix < 0 || prefix > most) {
    throw new Error(`WEBHOOK_NETWORKS 应为地址或网段 (must be addresses or networks): ${entry}`)
  }
  return [address, prefix]
}

function networksOf(entries: readonly (readonly [string, number])[]): Networks {
  const list = new BlockList()
  for (const [address, prefix] of entries) {
    list.addSubnet(address, prefix, familyOf(address) ?? 'ipv4')
  }
  return list
}

function familyOf(address: string): Family | undefined {
  const version = isIP(address)
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : undefined
}
