import { isVerifyError } from '@phoneproof/client'
import { expect, test } from 'vitest'
import { kind, setUpBackend as setUp } from '../../../test/support/backend-session.ts'
import { phone, wrong } from '../../../test/support/verify-backend.ts'

const request = { phone, brand: 'Acme', codeLength: 6 }

test('verifies a number, and knows it from then on', async () => {
  const { browse, code, server, simulator } = setUp()
  const browser = browse()
  await expect(server.verified(browser.request())).resolves.toBeUndefined()
  const { verifyId } = await browser.client.start(request)
  await browser.client.check({ verifyId, code: code() })
  await expect(server.verified(browser.request())).resolves.toEqual({
    phone,
    verifiedAt: simulator.clock.now(),
    purpose: 'phone-verification',
  })
  await expect(server.verified(browse().request())).resolves.toBeUndefined()
})

test('gives the page an id of its own, and times by which it can count', async () => {
  const { browse, simulator } = setUp()
  const answer = (await (await browse().start()).json()) as Record<string, unknown>
  const now = simulator.clock.now()
  expect(answer).toEqual({
    verifyId: expect.stringMatching(/^[\w-]{22}$/),
    startedAt: now,
    expiresAt: now + 300_000,
    now,
    codeLength: 6,
    attemptsLeft: 5,
  })
  expect(simulator.world.find(String(answer['verifyId']))).toBeUndefined()
})

test('counts the cancel window from the answer of a slow service, and the life of the code from before', async () => {
  const { browse, simulator } = setUp()
  const { client } = browse()
  const asked = simulator.clock.now()
  simulator.faults.next({ operation: 'start', latencyMs: 4000 })
  const starting = client.start(request)
  await simulator.advance('4s')
  const started = await starting
  expect(started.serverTime).toMatchObject({ startedAt: asked + 4000, expiresAt: asked + 300_000 })
  // When the page lets the code be cancelled, it can be: nothing is put off.
  await simulator.clock.advanceTo(asked + 34_000)
  await expect(client.cancel(started)).resolves.toEqual({ deferred: false })
})

test('sends one text for a start that is repeated with its key, and gives the same answer', async () => {
  const { browse, texts, simulator } = setUp()
  const { client } = browse()
  const idempotencyKey = 'a-key'
  const first = await client.start(request, { idempotencyKey })
  await simulator.advance('20s')
  const second = await client.start(request, { idempotencyKey })
  expect(second.verifyId).toBe(first.verifyId)
  expect(second.serverTime).toMatchObject({ startedAt: first.serverTime?.startedAt })
  expect(texts()).toBe(1)
})

test('sends one text for starts of one session that come at once, with and without keys', async () => {
  const { browse, texts, simulator } = setUp()
  const browser = browse()
  await browser.start('+12025550123')
  const starts = Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      browser.start(phone, index % 2 ? { 'idempotency-key': `k${index % 7}` } : {}),
    ),
  )
  await simulator.advance('1s')
  const answers = await starts
  const ids = await Promise.all(
    answers.map(async (each) => ((await each.json()) as { verifyId: string }).verifyId),
  )
  expect(new Set(ids).size).toBe(1)
  expect(texts()).toBe(1)
})

test('answers 409 to another session, with the time it has to wait', async () => {
  const { browse, simulator, asked } = setUp()
  await browse().start()
  await simulator.advance('10s')
  const answer = await browse().start()
  expect(answer.status).toBe(409)
  expect(answer.headers.get('retry-after')).toBe('290')
  expect(asked('POST')).toBe(1)
})

test('can pretend to another session instead: nothing is sent, and no code is right', async () => {
  const { browse, simulator, asked, code, server } = setUp({ busyElsewhere: 'pretend' })
  const own = await browse().client.start(request)
  const stranger = browse()
  const other = await stranger.client.start(request)
  expect(Object.keys(other)).toEqual(Object.keys(own))
  expect(asked('POST')).toBe(1)
  const { verifyId } = other
  const left: unknown[] = []
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const answer = await stranger.send('PUT', '/verify', { verifyId, code: code() })
    left.push([answer.status, ((await answer.json()) as { attemptsLeft: number }).attemptsLeft])
  }
  expect(left).toEqual([
    [400, 4],
    [400, 3],
    [400, 2],
    [400, 1],
    [423, 0],
  ])
  expect(asked('PUT')).toBe(0)
  await expect(server.verified(stranger.request())).resolves.toBeUndefined()
  await simulator.advance('1m')
})

test('counts wrong codes down, ends with the fifth, and frees the number at the service', async () => {
  const { browse, code, simulator, asked } = setUp()
  const { client } = browse()
  const { verifyId } = await client.start(request)
  const seen: unknown[] = []
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    await client.check({ verifyId, code: wrong(code(), attempt) }).catch((error: unknown) => {
      if (isVerifyError(error)) seen.push([error.kind, error.attemptsLeft])
    })
  }
  expect(seen).toEqual([
    ['wrongCode', 4],
    ['wrongCode', 3],
    ['wrongCode', 2],
    ['wrongCode', 1],
    ['locked', 0],
    ['notActive', undefined],
  ])
  expect(asked('PUT')).toBe(5)
  await expect(kind(client.check({ verifyId, code: code() }))).resolves.toBe('notActive')
  await simulator.advance('40s')
  expect(simulator.world.latest(phone)?.state).toBe('cancelled')
  await expect(client.start(request)).resolves.toMatchObject({ price: undefined })
})

test('takes the right code again in its session for five minutes, and no other one', async () => {
  const { browse, code, simulator, asked } = setUp()
  const { client } = browse()
  const { verifyId } = await client.start(request)
  const right = code()
  await client.check({ verifyId, code: right })
  await expect(kind(client.check({ verifyId, code: right }))).resolves.toBe('right')
  await expect(kind(client.check({ verifyId, code: wrong(right) }))).resolves.toBe('notActive')
  await simulator.advance('4m59s')
  await expect(kind(client.check({ verifyId, code: right }))).resolves.toBe('right')
  await simulator.advance('1s')
  await expect(kind(client.check({ verifyId, code: right }))).resolves.toBe('notActive')
  expect(asked('PUT')).toBe(1)
})

test('answers the same to the id of another session, of the service, of one that has ended, and to none', async () => {
  const { browse, code, simulator } = setUp()
  const [ann, eve] = [browse(), browse()]
  const { verifyId } = await ann.client.start(request)
  const ended = await eve.client.start({ ...request, phone: '+12025550123' })
  await simulator.advance('30s')
  await eve.client.cancel(ended)
  const ofService = simulator.world.latest(phone)?.verifyId
  const answers: string[] = []
  for (const id of [verifyId, ofService, ended.verifyId, 'nothing', '', null]) {
    for (const who of [eve, browse()]) {
      const answer = await who.send('PUT', '/verify', { verifyId: id, code: code() })
      answers.push(`${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`)
    }
  }
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toMatch(/^404 /)
  expect(simulator.world.latest(phone)).toMatchObject({ state: 'pending', checks: 0 })
})

test('promises a cancel that comes too early, and keeps its promise', async () => {
  const { browse, simulator, texts } = setUp()
  const browser = browse()
  const { verifyId } = await browser.client.start(request)
  await simulator.advance('5s')
  const answer = await browser.send('DELETE', `/verify/${verifyId}`)
  expect(answer.status).toBe(202)
  const { cancelAt } = (await answer.json()) as { cancelAt: number }
  await expect(kind(browser.client.check({ verifyId, code: '123456' }))).resolves.toBe('notActive')
  await expect(browser.client.resume?.()).resolves.toBeUndefined()
  await simulator.clock.advanceTo(cancelAt - 1)
  expect(simulator.world.latest(phone)?.state).toBe('pending')
  await simulator.advance('1s')
  expect(simulator.world.latest(phone)?.state).toBe('cancelled')
  await simulator.advance('5m')
  expect(texts()).toBe(1)
})

test('takes back a promised cancel when the session starts that number again', async () => {
  const { browse, simulator, code, texts } = setUp()
  const { client } = browse()
  const { verifyId } = await client.start(request)
  await simulator.advance('5s')
  await client.cancel({ verifyId })
  await simulator.advance('5s')
  await expect(client.start(request)).resolves.toMatchObject({ verifyId })
  await simulator.advance('40s')
  expect(simulator.world.latest(phone)?.state).toBe('pending')
  await expect(kind(client.check({ verifyId, code: code() }))).resolves.toBe('right')
  expect(texts()).toBe(1)
})

test('cancels at once when the service allows it, and starts anew after that', async () => {
  const { browse, simulator, texts } = setUp()
  const { client } = browse()
  const { verifyId } = await client.start(request)
  await simulator.advance('30s')
  await expect(client.cancel({ verifyId })).resolves.toEqual({ deferred: false })
  await expect(kind(client.cancel({ verifyId }))).resolves.toBe('notActive')
  const again = await client.start(request)
  expect(again.verifyId).not.toBe(verifyId)
  expect(texts()).toBe(2)
})

test('says what runs for a session: its number, its times, its attempts', async () => {
  const { browse, simulator, code } = setUp()
  const { client } = browse()
  await expect(client.resume?.()).resolves.toBeUndefined()
  const { verifyId } = await client.start(request)
  const startedAt = simulator.clock.now()
  await expect(kind(client.check({ verifyId, code: wrong(code()) }))).resolves.toBe('wrongCode')
  await simulator.advance('10s')
  const running = { verifyId, phone, codeLength: 6, attemptsLeft: 4, isVerified: false }
  const serverTime = { startedAt, expiresAt: startedAt + 300_000, now: startedAt + 10_000 }
  await expect(client.resume?.()).resolves.toMatchObject({ ...running, serverTime })
  await client.check({ verifyId, code: code() })
  await expect(client.resume?.()).resolves.toMatchObject({ verifyId, phone, isVerified: true })
  await expect(browse().client.resume?.()).resolves.toBeUndefined()
  await simulator.advance('4m59s')
  await expect(client.resume?.()).resolves.toMatchObject({ isVerified: true })
  await simulator.advance('1s')
  await expect(client.resume?.()).resolves.toBeUndefined()
})

test('takes nothing from the page but the number and the code', async () => {
  const { browse, simulator } = setUp({ senderId: 'Acme', language: 'en-gb' })
  const body = {
    phone: phone.slice(1),
    brand: 'Evil',
    codeLength: 4,
    language: 'de-de',
    senderId: 'Evil',
    workflowId: '4',
  }
  await browse().send('POST', '/verify', body)
  expect(simulator.requests.getSnapshot()[0]?.body).toEqual({
    phone: phone.slice(1),
    brand: 'Acme',
    codeLength: 6,
    language: 'en-gb',
    senderId: 'Acme',
  })
})

test('reads a local number with its country', async () => {
  const { browse, texts } = setUp()
  const { client } = browse()
  await client.start({ ...request, phone: '07400 123456', country: 'GB' })
  expect(texts()).toBe(1)
})

test.each([
  ['+4915123456789', 'a country that is not served'],
  ['+449098790000', 'a premium rate'],
  ['+8816311234567', 'a satellite phone'],
  ['+88299123456', 'an international network'],
  ['+448001111', 'a free phone'],
  ['+44740012345', 'a number that cannot be'],
])('sends nothing to %s: %s', async (number) => {
  const { browse, asked } = setUp({ countries: ['GB'] })
  await expect(kind(browse().client.start({ ...request, phone: number }))).resolves.toBe(
    'invalidPhone',
  )
  expect(asked('POST')).toBe(0)
})

test('sends nothing to premium and satellite numbers where any country is served', async () => {
  const { browse, asked } = setUp({ countries: 'any' })
  for (const number of ['+449098790000', '+8816311234567', '+88299123456', '+87077399123']) {
    await expect(kind(browse().client.start({ ...request, phone: number }))).resolves.toBe(
      'invalidPhone',
    )
  }
  expect(asked('POST')).toBe(0)
  await browse().client.start({ ...request, phone: '+4915123456789' })
})
