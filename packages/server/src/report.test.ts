import { expect, test } from 'vitest'
import { kind, setUpBackend } from '../../../test/support/backend-session.ts'
import { phone, wrong } from '../../../test/support/verify-backend.ts'
import { eventLine } from './event-line.ts'
import type { VerifyEvent } from './events.ts'
import { memoryStore } from './stores/memory.ts'
import type { Store } from './stores/store.ts'

const request = { phone, brand: 'Acme', codeLength: 6 }

/** A store that others can read, and everything that was ever written to it. */
function openStore(): Store & { written: string[] } {
  const written: string[] = []
  const store = memoryStore()
  return {
    ...store,
    inMemory: false,
    written,
    commit(change, now) {
      written.push(JSON.stringify(change))
      return store.commit(change, now)
    },
  }
}

test('says what happened, without a number, a code, an id or a session', async () => {
  const events: VerifyEvent[] = []
  const { browse, code, simulator } = setUpBackend({ onEvent: (event) => events.push(event) })
  const browser = browse('192.0.2.7')
  const first = await browser.client.start(request)
  await kind(browser.client.check({ ...first, code: wrong(code()) }))
  await simulator.advance('5s')
  await browser.client.cancel(first)
  await simulator.advance('40s')
  const second = await browser.client.start(request)
  await browser.client.check({ ...second, code: code() })
  await browser.send('POST', '/verify', {}, { origin: 'https://evil.example' })
  await kind(browser.client.start({ ...request, phone: '+449098790000' }))
  expect(
    events.map(({ name, severity, attributes }) => [
      name,
      severity,
      attributes['outcome'] ?? attributes['reason'],
    ]),
  ).toEqual([
    ['verify.start', 'info', 'sent'],
    ['verify.check', 'info', 'wrongCode'],
    ['verify.cancel', 'info', 'deferred'],
    ['verify.deferred_cancel', 'info', 'done'],
    ['verify.start', 'info', 'sent'],
    ['verify.check', 'info', 'verified'],
    ['verify.refused', 'warn', 'origin'],
    ['verify.refused', 'info', 'number'],
  ])
  const text = JSON.stringify(events)
  const secrets = [
    phone.slice(1),
    code(),
    first.verifyId,
    second.verifyId,
    browser.cookie?.split('=')[1],
  ]
  for (const each of [...secrets, simulator.world.latest()?.verifyId, '192.0.2.7']) {
    expect(text).not.toContain(each)
  }
})

test('tells numbers and sessions apart by tags that only the secret can make', async () => {
  const events: VerifyEvent[] = []
  const { browse, another, simulator } = setUpBackend({ onEvent: (event) => events.push(event) })
  const [ann, eve] = [browse(), browse()]
  eve.server = another({ secret: 'another secret, which makes other tags of the same' })
  await ann.client.start(request)
  await simulator.advance('30s')
  await ann.client.cancel(await ann.client.start(request))
  await ann.client.start({ ...request, phone: '+12025550123' })
  await eve.client.start(request)
  const starts = events.filter(({ name }) => name !== 'verify.current')
  const tags = starts.map(({ attributes }) => attributes['number'])
  expect(tags[0]).toMatch(/^[\w-]{12}$/)
  expect(tags.slice(0, 2)).toEqual([tags[0], tags[0]])
  expect(new Set(tags).size).toBe(3)
  expect(starts.map(eventLine)[0]).toMatch(
    /^09:41:00 info  verify\.start outcome=sent number=\S{12} session=\S{12} country=GB$/,
  )
})

test('goes on when the host cannot take an event', async () => {
  const { browse, code } = setUpBackend({
    onEvent: () => {
      throw new Error('The log is full.')
    },
  })
  const { client } = browse()
  const started = await client.start(request)
  await expect(kind(client.check({ ...started, code: code() }))).resolves.toBe('right')
})

test('writes no number, code, id or session that somebody could read in a store', async () => {
  const store = openStore()
  const { browse, code, simulator } = setUpBackend({ store })
  const browser = browse('192.0.2.7')
  const started = await browser.client.start(request, { idempotencyKey: 'the-key-of-this-start' })
  await kind(browser.client.check({ ...started, code: wrong(code()) }))
  await browser.client.check({ ...started, code: code() })
  await expect(browser.client.resume?.()).resolves.toMatchObject({ phone, isVerified: true })
  const text = store.written.join('\n')
  expect(store.written.length).toBeGreaterThan(4)
  const [, id] = browser.cookie?.split(/[=.]/) ?? []
  const ofService = simulator.world.latest(phone)?.verifyId
  for (const each of [
    phone.slice(1),
    phone.slice(-6),
    code(),
    started.verifyId,
    id,
    ofService,
    '192.0.2.7',
    'the-key',
  ]) {
    expect(text).not.toContain(each ?? expect.fail('nothing to look for'))
  }
})

test('takes no record that somebody has changed, or moved to another place', async () => {
  const store = openStore()
  const { browse, code, server } = setUpBackend({ store })
  const [ann, eve] = [browse(), browse()]
  const started = await ann.client.start(request)
  await ann.client.check({ ...started, code: code() })
  const own = await eve.client.start({ ...request, phone: '+12025550123' })
  await kind(eve.client.check({ ...own, code: wrong(code('+12025550123')) }))
  const keys = [
    ...new Set(
      store.written.flatMap((each) =>
        (JSON.parse(each) as { writes: { key: string }[] }).writes.map(({ key }) => key),
      ),
    ),
  ]
  const verified = keys.filter((key) => key.startsWith('verified:'))
  const [kept] = await store.read(verified, 0)
  expect(verified).toHaveLength(1)
  for (const key of keys.filter((each) => !verified.includes(each))) {
    await store.commit({ writes: [{ key, value: kept, ttlMs: 1e9 }] }, 0)
  }
  await expect(server.verified(eve.request())).resolves.toBeUndefined()
  await expect(eve.client.resume?.()).resolves.toBeUndefined()
  await expect(kind(eve.client.check({ ...own, code: code('+12025550123') }))).resolves.toBe(
    'notActive',
  )
})
