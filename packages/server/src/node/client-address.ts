import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/**
 * The address that a request came from: the socket's, or with proxies in front what the outermost of
 * them wrote into `X-Forwarded-For`. Each proxy appends the address that it was called from, so what
 * a stranger invents is further left than the entries that count. Garbage is not an address.
 */
export function clientAddress(
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  trustedProxies: number,
): string | undefined {
  const own = readAddress(socket.remoteAddress ?? '')
  const list = headers['x-forwarded-for']
  if (trustedProxies === 0 || list === undefined) return own
  const entries = String(list).split(',')
  const entry = entries[Math.max(0, entries.length - trustedProxies)] ?? ''
  return readAddress(entry) ?? own
}

/** An address without brackets and port. IPv4 inside IPv6 becomes IPv4: a dual socket writes it so. */
function readAddress(text: string): string | undefined {
  const trimmed = text.trim().replaceAll('"', '')
  const [, bracketed] = /^\[(.*)\](?::\d+)?$/.exec(trimmed) ?? []
  const [, withPort] = /^([\d.]+):\d+$/.exec(trimmed) ?? []
  const address = (bracketed ?? withPort ?? trimmed).replace(/^::ffff:(?=\d+\.)/i, '')
  return isIP(address) === 0 ? undefined : address
}
