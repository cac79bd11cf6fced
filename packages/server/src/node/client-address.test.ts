import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { clientAddress } from './client-address.ts'

function addressOf(
  forwarded: string | undefined,
  trustedProxies: number,
  remoteAddress = '192.0.2.1',
): string | undefined {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  // SAFETY: no other member is read.
  return clientAddress({ socket: { remoteAddress }, headers } as IncomingMessage, trustedProxies)
}

it.each([
  ['ignores the header without a proxy', '198.51.100.1', 0, '192.0.2.1'],
  ['takes the socket without the header', undefined, 1, '192.0.2.1'],
  ['takes the last entry behind one proxy', '203.0.113.9, 198.51.100.1', 1, '198.51.100.1'],
  [
    'takes the second from the right behind two',
    '1.1.1.1,198.51.100.1 , 10.0.0.1',
    2,
    '198.51.100.1',
  ],
  [
    'takes the leftmost when there are fewer entries than proxies',
    '198.51.100.1',
    3,
    '198.51.100.1',
  ],
  ['reads an address with a port', '198.51.100.1:4711', 1, '198.51.100.1'],
  ['reads IPv6', '2001:db8::1', 1, '2001:db8::1'],
  ['reads IPv6 in brackets', '[2001:db8::1]', 1, '2001:db8::1'],
  ['reads IPv6 in brackets with a port', '"[2001:db8::1]:443"', 1, '2001:db8::1'],
  ['reads IPv4 in IPv6 as IPv4', '::ffff:198.51.100.1', 1, '198.51.100.1'],
  ['takes the socket for garbage', 'unknown', 1, '192.0.2.1'],
  ['takes the socket for an empty entry', '198.51.100.1, ', 1, '192.0.2.1'],
  ['takes the socket for a name', 'evil.example', 1, '192.0.2.1'],
])('%s', (_title, forwarded, proxies, expected) => {
  expect(addressOf(forwarded, proxies)).toBe(expected)
})

it('is unknown for a socket without an address', () => {
  expect(addressOf(undefined, 0, '')).toBeUndefined()
})
