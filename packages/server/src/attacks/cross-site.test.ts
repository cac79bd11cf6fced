import { expect, test } from 'vitest'
import { setUpBackend } from '../../../../test/support/backend-session.ts'
import { origin, phone } from '../../../../test/support/verify-backend.ts'

const own: Record<string, string> = {
  origin,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
}

/** What the page of a start sends, with other headers. Those that are undefined are left out. */
function ask(
  { server }: Pick<ReturnType<typeof setUpBackend>, 'server'>,
  changes: Record<string, string | undefined>,
  { method = 'POST', path = '/verify', body = JSON.stringify({ phone }) } = {},
): Promise<Response> {
  const headers = new Headers()
  for (const [name, value] of Object.entries({ ...own, ...changes })) {
    if (value !== undefined) headers.set(name, value)
  }
  const url = `${origin}/api/v2${path}`
  const hasBody = method === 'POST' || method === 'PUT'
  return server.fetch(new Request(url, { method, headers, ...(hasBody && { body }) }))
}

test('serves its own page, also in browsers that do not say where a request comes from', async () => {
  const backend = setUpBackend()
  expect((await ask(backend, {})).status).toBe(200)
  const old = await ask(backend, { 'sec-fetch-site': undefined }, { method: 'PUT' })
  expect(old.status).toBe(400)
})

test.each<[words: string, changes: Record<string, string | undefined>, status: number]>([
  ['another site, by Sec-Fetch-Site alone', { 'sec-fetch-site': 'cross-site' }, 403],
  ['another host of the site', { 'sec-fetch-site': 'same-site' }, 403],
  ['an address that somebody typed', { 'sec-fetch-site': 'none' }, 403],
  ['no Sec-Fetch-Site that there is', { 'sec-fetch-site': 'Same-Origin, same-origin' }, 403],
  ['another site, by Origin alone', { origin: 'https://evil.example' }, 403],
  ['no Origin', { origin: undefined }, 403],
  ['an Origin of null', { origin: 'null' }, 403],
  ['the origin with another port', { origin: `${origin}:8443` }, 403],
  ['the origin without TLS', { origin: origin.replace('https', 'http') }, 403],
  ['an origin that begins like ours', { origin: `${origin}.evil.example` }, 403],
  ['our origin in capitals', { origin: origin.toUpperCase() }, 403],
  ['two origins', { origin: `${origin}, https://evil.example` }, 403],
  ['a Referer in place of an Origin', { origin: undefined, referer: `${origin}/` }, 403],
  ['text/plain, by the content type alone', { 'content-type': 'text/plain' }, 415],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['a form with a file', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
  ['JSON in a parameter only', { 'content-type': 'text/plain; application/json' }, 415],
  ['JSON as a beginning', { 'content-type': 'application/jsonp' }, 415],
  ['two content types', { 'content-type': 'text/plain, application/json' }, 415],
  ['no content type', { 'content-type': '' }, 415],
  ['a content encoding', { 'content-encoding': 'gzip' }, 415],
])('refuses a start from %s', async (_, changes, status) => {
  const backend = setUpBackend()
  const answer = await ask(backend, changes)
  expect(answer.status).toBe(status)
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  expect(backend.simulator.requests.getSnapshot()).toEqual([])
})

test.each([
  ['PUT', '/verify'],
  ['DELETE', '/verify/some-id'],
  ['GET', '/verify/current'],
  ['OPTIONS', '/verify'],
])('refuses a %s of another site', async (method, path) => {
  const backend = setUpBackend()
  for (const changes of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
    const answer = await ask(backend, changes, { method, path })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  }
})

test('refuses a page that was rebound to its address, by the name in its Origin', async () => {
  const { server, simulator } = setUpBackend()
  const evil = 'http://evil.example'
  const headers = { ...own, origin: evil, host: 'evil.example' }
  const start = new Request(`${evil}/api/v2/verify`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ phone }),
  })
  expect((await server.fetch(start)).status).toBe(403)
  // A read has no Origin there, and no cookie of ours either: it is of nobody.
  const read = await server.fetch(new Request(`${evil}/api/v2/verify/current`))
  expect([read.status, await read.text()]).toEqual([204, ''])
  expect(simulator.requests.getSnapshot()).toEqual([])
})

test('lets no list of forwarded addresses multiply what one address may', async () => {
  const { server, simulator } = setUpBackend()
  const statuses: number[] = []
  for (let index = 0; index < 20; index += 1) {
    const request = new Request(`${origin}/api/v2/verify`, {
      method: 'POST',
      headers: {
        ...own,
        'x-forwarded-for': `198.51.100.${index}, 203.0.113.${index}`,
        forwarded: `for=198.51.100.${index}`,
        'x-real-ip': `198.51.100.${index}`,
      },
      body: JSON.stringify({ phone: `+4474001234${10 + index}` }),
    })
    statuses.push((await server.fetch(request, { address: '192.0.2.7' })).status)
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(5)
  expect(statuses.filter((status) => status === 429)).toHaveLength(15)
  expect(simulator.handset.getSnapshot()).toHaveLength(5)
})
