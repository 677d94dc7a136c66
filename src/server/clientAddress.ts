import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import proxyAddress from 'proxy-addr'

/** Which of the addresses on the way are proxies of ours: Express's `trust proxy fn`. */
export type Trust = (address: string, hops: number) => boolean

/** The address that a request came from, behind as many proxies as are trusted. */
export const clientAddress = (req: IncomingMessage, trust: Trust): string =>
  req.socket.remoteAddress ? proxyAddress(req, trust) : ''

const bytesOfNetwork = 8

/**
 * Who counts as one client: an IPv4 address, or of IPv6 the 64 bits that a household or a host is
 * given as a whole, or it would have as many addresses as it likes.
 * @returns `undefined` for this very machine, whose own programs are nobody's clients
 */
export function clientOf(address: string): string | undefined {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  if (parsed.range() === 'loopback') return undefined
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return Buffer.from(parsed.toByteArray().slice(0, bytesOfNetwork)).toString('hex')
}
