import { expect, test } from 'vitest'
import { kind, said, setUpBackend } from '../../../../test/support/backend-session.ts'
import { origin, phone, secret } from '../../../../test/support/verify-backend.ts'
import { memoryStore } from '../stores/memory.ts'

const request = { phone, brand: 'Acme', codeLength: 6 }
const body = JSON.stringify({ phone: phone.slice(1) })
const headers = { origin, 'content-type': 'application/json' }

test('begins a session with a start, by a cookie that only this host and no script can touch', async () => {
  const { server, browse } = setUpBackend()
  const answer = await server.fetch(
    new Request(`${origin}/api/v2/verify`, { method: 'POST', headers, body }),
  )
  expect(answer.headers.get('set-cookie')).toMatch(
    /^__Host-phoneproof=[\w-]{22}\.[\w-]{43}; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax; Secure$/,
  )
  const browser = browse()
  await browser.start('+12025550123')
  const again = await browser.send('PUT', '/verify', { verifyId: 'none', code: '123456' })
  expect(again.headers.get('set-cookie')).toBeNull()
})

test.each([
  'http://localhost:3000',
  'http://127.0.0.1:3000',
  'http://[::1]:3000',
  'http://app.localhost',
])('gives %s a cookie that every browser takes there', async (local) => {
  const { server } = setUpBackend({ origins: [local] })
  const answer = await server.fetch(
    new Request(`${local}/api/v2/verify`, {
      method: 'POST',
      headers: { ...headers, origin: local },
      body,
    }),
  )
  expect(answer.headers.get('set-cookie')).toMatch(/^phoneproof=\S+; Path=\/; .*SameSite=Lax$/)
})

test('goes by the origin of the page, whatever name a proxy reaches the server by', async () => {
  const { server } = setUpBackend()
  const inside = 'http://localhost:3000'
  const answer = await server.fetch(
    new Request(`${inside}/api/v2/verify`, { method: 'POST', headers, body }),
  )
  const cookie = answer.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^__Host-phoneproof=.*; Secure$/)
  const current = new Request(`${inside}/api/v2/verify/current`, { headers: { cookie } })
  await expect(said(server.fetch(current))).resolves.toEqual({ status: 200 })
})

test('reads no plain cookie where no page of this machine is listed', async () => {
  const { browse } = setUpBackend()
  const browser = browse()
  await browser.client.start(request)
  browser.cookie = browser.cookie?.replace('__Host-', '')
  await expect(browser.client.resume?.()).resolves.toBeUndefined()
})

test('takes no cookie that it has not signed', async () => {
  const { browse, server } = setUpBackend()
  const ann = browse()
  await ann.client.start(request)
  const [name, value = ''] = ann.cookie?.split('=') ?? []
  const [id = '', signature = ''] = value.split('.')
  const forged = [
    `${id}.`,
    id,
    `.${signature}`,
    `${id}.${signature.slice(1)}x`,
    `${id}x.${signature}`,
    '',
    '..',
  ]
  for (const each of forged) {
    const eve = browse()
    eve.cookie = `${name}=${each}`
    await expect(eve.client.resume?.()).resolves.toBeUndefined()
    await expect(server.verified(eve.request())).resolves.toBeUndefined()
  }
  await expect(ann.client.resume?.()).resolves.toMatchObject({ phone })
})

test('keeps sessions and what runs in them while a secret is replaced', async () => {
  const fresh = 'a newer secret of the tests, as long as the other'
  const { browse, another, code } = setUpBackend()
  const store = memoryStore()
  const old = another({ store })
  const browser = browse()
  browser.server = old
  const { verifyId } = await browser.client.start(request)
  browser.server = another({ store, secret: [fresh, secret] })
  await expect(kind(browser.client.check({ verifyId, code: code() }))).resolves.toBe('right')
  browser.server = another({ store, secret: [fresh] })
  await expect(browser.client.resume?.()).resolves.toBeUndefined()
})

test('uses the sessions of the host, and begins none of its own', async () => {
  const { browse, code, server } = setUpBackend({
    session: (asked) => asked.headers.get('x-session') ?? undefined,
  })
  const browser = browse()
  const ann = { 'x-session': 'ann' }
  await expect(said(browser.start(phone))).resolves.toEqual({ status: 401 })
  const answer = await browser.start(phone, ann)
  expect(answer.headers.get('set-cookie')).toBeNull()
  const { verifyId } = (await answer.json()) as { verifyId: string }
  const check = { verifyId, code: code() }
  await expect(
    said(browser.send('PUT', '/verify', check, { 'x-session': 'eve' })),
  ).resolves.toEqual({ status: 404 })
  await expect(said(browser.send('PUT', '/verify', check))).resolves.toEqual({ status: 404 })
  await expect(said(browser.send('PUT', '/verify', check, ann))).resolves.toEqual({ status: 204 })
  await expect(server.verified(new Request(origin, { headers: ann }))).resolves.toMatchObject({
    phone,
  })
})

test('verifies nobody when the session of the host cannot be read', async () => {
  const { browse, asked } = setUpBackend({
    session: async () => {
      throw new Error('The session store is away.')
    },
  })
  await expect(said(browse().start())).resolves.toEqual({ status: 503, retryAfter: 5 })
  expect(asked('POST')).toBe(0)
})

test('keeps what was verified for one purpose apart from another', async () => {
  const { browse, another, code, server } = setUpBackend()
  const browser = browse()
  const store = memoryStore()
  const [signUp, payment] = [
    another({ store, purpose: 'sign-up' }),
    another({ store, purpose: 'payment' }),
  ]
  browser.server = signUp
  const { verifyId } = await browser.client.start(request)
  await browser.client.check({ verifyId, code: code() })
  await expect(signUp.verified(browser.request())).resolves.toMatchObject({ purpose: 'sign-up' })
  await expect(payment.verified(browser.request())).resolves.toBeUndefined()
  await expect(server.verified(browser.request())).resolves.toBeUndefined()
})

test('forgets a verified number after the time that was set', async () => {
  const { browse, server, code, simulator } = setUpBackend({ verifiedForMs: 60_000 })
  const browser = browse()
  const { verifyId } = await browser.client.start(request)
  await browser.client.check({ verifyId, code: code() })
  await simulator.advance('59s')
  await expect(server.verified(browser.request())).resolves.toMatchObject({ phone })
  await simulator.advance('1s')
  await expect(server.verified(browser.request())).resolves.toBeUndefined()
})
