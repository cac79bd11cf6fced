import { createVerifyClient, type Clock } from '@phoneproof/client'
import { expect, it, vi } from 'vitest'
import { createSimulator, type SimulatorOptions } from './simulator.ts'
import { createManualClock, createTestSimulator } from './testing.ts'
import type { WorldStorage } from './world-storage.ts'

const phone = '+447400123456'
const request = { phone, brand: 'Acme', codeLength: 6 } as const

function setUp(options: Omit<SimulatorOptions, 'clock'> = {}) {
  const simulator = createTestSimulator(options)
  const { clock, fetch } = simulator
  const client = createVerifyClient({ baseUrl: 'https://api.test/api/v2', clock, fetch })
  return { simulator, clock, client }
}

function memoryStorage(): WorldStorage {
  const items = new Map<string, string>()
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}

it('gives the same codes and ids for the same seed, and others for another', async () => {
  const transcript = async (seed: number) => {
    const { simulator, client } = setUp({ seed })
    const { verifyId } = await client.start(request)
    return `${verifyId} ${simulator.lastCode(phone)}`
  }
  expect(await transcript(7)).toBe(await transcript(7))
  expect(await transcript(7)).not.toBe(await transcript(8))
})

it('shares nothing with another instance', async () => {
  const one = setUp()
  const other = setUp()
  await one.client.start(request)
  await expect(other.client.start(request)).resolves.toMatchObject({ price: 0.05 })
  expect(one.simulator.handset.getSnapshot()).toHaveLength(1)
})

it('does the same again after a reset', async () => {
  const { simulator, client } = setUp()
  const first = await client.start(request)
  simulator.reset()
  expect(simulator.requests.getSnapshot()).toEqual([])
  expect(simulator.handset.getSnapshot()).toEqual([])
  expect(await client.start(request)).toEqual(first)
})

it('keeps one verification per number when timers are late, as in a throttled tab', async () => {
  const timers = createManualClock()
  let lag = 0
  const clock: Clock = { ...timers, now: () => timers.now() + lag }
  const simulator = createSimulator({ clock })
  const { fetch } = simulator
  const client = createVerifyClient({ baseUrl: 'https://api.test', clock, fetch })
  const startedAt = clock.now()
  const first = await client.start(request)
  lag = 310_000
  await timers.advance('1s')
  const second = await client.start(request)
  // The expiry of the first comes now, 310 seconds late; that of the second, a second later.
  await timers.advance('299s')
  expect(simulator.world.find(first.verifyId)).toMatchObject({
    state: 'expired',
    endedAt: startedAt + 300_000,
  })
  expect(simulator.world.latest(phone)?.verifyId).toBe(second.verifyId)
  await expect(client.start(request)).rejects.toMatchObject({ kind: 'active' })
})

it('leaves no timer behind when a verification is over', async () => {
  const { simulator, client, clock } = setUp()
  const first = await client.start(request)
  await simulator.advance('1m')
  await client.check({ verifyId: first.verifyId, code: simulator.lastCode(phone) ?? '' })
  expect(clock.pendingTimers).toBe(0)
  await client.start(request)
  await simulator.advance('5m')
  expect(clock.pendingTimers).toBe(0)
})

it('leaves no timer and no pending answer after a reset', async () => {
  const { simulator, client, clock } = setUp()
  await client.start(request)
  await simulator.advance('1m')
  simulator.faults.next({ latencyMs: 5_000 })
  const late = expect(client.start({ ...request, phone: '+12015551200' })).rejects.toThrow()
  await simulator.advance(0)
  simulator.reset()
  await late
  expect(clock.pendingTimers).toBe(0)
  await simulator.advance('10s')
  expect(simulator.world.getSnapshot()).toEqual([])
  expect(simulator.requests.getSnapshot()).toEqual([])
})

it('does not receive a request that was aborted before it was sent', async () => {
  const { simulator } = setUp()
  const given = simulator.fetch('https://api.test/verify', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal: AbortSignal.abort(),
  })
  await expect(given).rejects.toMatchObject({ name: 'AbortError' })
  await simulator.advance(0)
  expect(simulator.requests.getSnapshot()).toEqual([])
})

it('records when a request was answered, and keeps the newest thousand', async () => {
  const { simulator, client, clock } = setUp({ behaviour: { latencyMs: 2_000 } })
  const at = clock.now()
  const started = client.start(request)
  await simulator.advance('1s')
  expect(simulator.requests.getSnapshot()).toMatchObject([{ at, answeredAt: undefined, status: 0 }])
  await simulator.advance('1s')
  await started
  expect(simulator.requests.getSnapshot()).toMatchObject([{ answeredAt: at + 2_000, status: 200 }])
  const { fetch, requests } = createTestSimulator()
  const ask = () => fetch('https://api.test/verify', { method: 'PUT', body: '{}' })
  await Promise.all(Array.from({ length: 1_010 }, ask))
  expect(requests.getSnapshot()).toHaveLength(1_000)
  expect(requests.getSnapshot().at(0)?.id).toBe(11)
})

it.each([
  ['https://rest.textmagic.com/api/v2', 'https://rest.textmagic.com/api/v2', 'https://shop.test'],
  ['https://rest.textmagic.com/api/v2/', 'https://rest.textmagic.com/api/v2', 'https://shop.test'],
  ['/api/v2', 'https://shop.test/api/v2', 'https://shop.test/account'],
])('with the base URL %s answers under %s, and not under %s', async (baseUrl, own, other) => {
  const { simulator } = setUp({ baseUrl })
  const ask = (base: string) => simulator.fetch(`${base}/verify`, { method: 'PUT', body: '{}' })
  expect((await ask(own)).status).toBe(400)
  await expect(ask(other)).rejects.toThrow(/Check the base URL/)
})

it('names a request that is not for an endpoint', async () => {
  const { simulator } = setUp()
  await expect(simulator.fetch('https://api.test/other')).rejects.toThrow(
    /GET https:\/\/api\.test\/other.*Check the base URL/,
  )
})

it.each(['sunshine', 'toString'])('refuses the scenario %s, and lists those it has', (name) => {
  // SAFETY: what a JavaScript user could write.
  const scenario = name as 'happy-path'
  expect(() => createSimulator({ scenario })).toThrow(/happy-path, wrong-code-twice/)
})

it('holds answers back on its own clock', async () => {
  const { simulator, client, clock } = setUp({ behaviour: { latencyMs: 3_000 } })
  const settled = vi.fn()
  const started = client.start(request).then(settled)
  await simulator.advance('2s')
  expect(settled).not.toHaveBeenCalled()
  await simulator.advance('1s')
  await started
  expect(clock.now()).toBe(createManualClock().now() + 3_000)
})

it('lets a caller abort an answer that is held back, and still carries out its request', async () => {
  const { simulator, client } = setUp({ behaviour: { latencyMs: 90_000 } })
  const abort = new AbortController()
  const aborted = client.start(request, abort)
  const late = client.start({ ...request, phone: '+447400654321' })
  const failures = Promise.all([
    expect(aborted).rejects.toMatchObject({ name: 'AbortError' }),
    expect(late).rejects.toMatchObject({ name: 'VerifyTimeoutError' }),
  ])
  abort.abort()
  await simulator.advance('60s')
  await failures
  await simulator.advance('30s')
  expect(simulator.world.getSnapshot()).toHaveLength(2)
})

it('plays faults in order, each as often as it says, and only for its operation', async () => {
  const { simulator, client } = setUp()
  simulator.faults.next({ operation: 'check', status: 503, times: 2 })
  simulator.faults.next({ status: 429, headers: { 'retry-after': '7' } })
  await expect(client.start(request)).rejects.toMatchObject({ kind: 'rateLimited' })
  const { verifyId } = await client.start(request)
  const check = { verifyId, code: simulator.lastCode(phone) ?? '' }
  await expect(client.check(check)).rejects.toMatchObject({ status: 503 })
  await expect(client.check(check)).rejects.toMatchObject({ status: 503 })
  await expect(client.check(check)).resolves.toBeUndefined()
})

it.each([
  ['dropRequest', 0],
  ['dropAnswer', 1],
  ['malformed', 1],
] as const)(
  '%s: the client is uncertain, and the service has %i verifications',
  async (fault, known) => {
    const { simulator, client } = setUp()
    simulator.faults.next({ [fault]: true })
    await expect(client.start(request)).rejects.toMatchObject({ kind: 'uncertain' })
    expect(simulator.world.getSnapshot()).toHaveLength(known)
  },
)

it('rings for 25 seconds unless somebody accepts or declines', async () => {
  const { simulator, client } = setUp()
  await client.start(request)
  const states = () => simulator.handset.getSnapshot().map(({ state }) => state)
  await simulator.advance('1m')
  expect(states()).toEqual(['received', 'ringing'])
  await simulator.advance('25s')
  expect(states()).toEqual(['received', 'missed'])
  await simulator.advance('35s')
  const call = simulator.handset.getSnapshot().at(-1)
  simulator.handset.accept(call?.id ?? '')
  expect(states().at(-1)).toBe('accepted')
  simulator.handset.decline(call?.id ?? '')
  expect(states().at(-1)).toBe('ended')
})

it('ends an accepted call when the voice has said the code twice', async () => {
  const { simulator, client, clock } = setUp()
  await client.start(request)
  await simulator.advance('1m')
  await simulator.advance('24s')
  const last = () => simulator.handset.getSnapshot().at(-1)
  simulator.handset.accept(last()?.id ?? '')
  await simulator.advance('19s')
  expect(last()).toMatchObject({ state: 'accepted', endsAt: clock.now() + 1_000 })
  await simulator.advance('1s')
  expect(last()).toMatchObject({ state: 'ended', endsAt: undefined })
})

it('stops ringing when the verification completes', async () => {
  const { simulator, client } = setUp()
  const { verifyId } = await client.start(request)
  await simulator.advance('1m')
  await client.check({ verifyId, code: simulator.lastCode(phone) ?? '' })
  expect(simulator.handset.getSnapshot().at(-1)?.state).toBe('missed')
})

it('survives a reload with the same verification, and does what came due meanwhile', async () => {
  const storage = memoryStorage()
  const before = setUp({ storage })
  const { verifyId } = await before.client.start(request)
  await before.simulator.advance('10s')

  const clock = createManualClock(before.clock.now() + 80_000)
  const after = createSimulator({ clock, storage })
  const arrived = after.handset.getSnapshot().map(({ channel, at }) => [channel, at])
  const startedAt = createManualClock().now()
  expect(arrived).toEqual([
    ['sms', startedAt],
    ['voice', startedAt + 60_000],
  ])
  await clock.advance('30s')
  expect(after.handset.getSnapshot()).toHaveLength(3)
  const client = createVerifyClient({ baseUrl: 'https://api.test', clock, fetch: after.fetch })
  await client.check({ verifyId, code: after.lastCode(phone) ?? '' })
  expect(after.world.find(verifyId)?.state).toBe('completed')
})

it('shows missed calls after the page was away until the code expired', async () => {
  const storage = memoryStorage()
  const before = setUp({ storage })
  const { verifyId } = await before.client.start(request)
  const startedAt = before.clock.now()
  const clock = createManualClock(startedAt + 400_000)
  const after = createSimulator({ clock, storage })
  expect(after.handset.getSnapshot().map(({ at, state }) => [at - startedAt, state])).toEqual([
    [0, 'received'],
    [60_000, 'missed'],
    [120_000, 'missed'],
  ])
  await clock.advance(0)
  expect(after.world.find(verifyId)?.state).toBe('expired')
})

it('two tabs share one world', async () => {
  const storage = memoryStorage()
  const one = setUp({ storage })
  const two = setUp({ storage })
  const { verifyId } = await one.client.start(request)
  await expect(two.client.start(request)).rejects.toMatchObject({ kind: 'active' })
  await two.client.check({ verifyId, code: two.simulator.lastCode(phone) ?? '' })
  one.simulator.refresh()
  expect(one.simulator.world.find(verifyId)?.state).toBe('completed')
  await one.simulator.advance('2m')
  expect(one.simulator.handset.getSnapshot()).toHaveLength(1)
})

it('loses nothing that another tab did, by requests, by time or by hand', async () => {
  const storage = memoryStorage()
  const clock = createManualClock()
  const open = () => {
    const simulator = createSimulator({ clock, storage })
    const { fetch } = simulator
    return { simulator, client: createVerifyClient({ baseUrl: 'https://api.test', clock, fetch }) }
  }
  const [one, two] = [open(), open()]
  await one.client.start(request)
  await clock.advance('1m')
  const other = '+447400654321'
  const { verifyId } = await two.client.start({ ...request, phone: other })
  // The first tab has not heard of it, and changes what it knows: by hand, and by time.
  const call = one.simulator.handset.getSnapshot().at(-1)
  one.simulator.handset.accept(call?.id ?? '')
  await clock.advance('20s')
  two.simulator.refresh()
  expect(two.simulator.handset.getSnapshot().map(({ state }) => state)).toEqual([
    'received',
    'ended',
    'received',
  ])
  await two.client.check({ verifyId, code: two.simulator.lastCode(other) ?? '' })
  await clock.advance('2m')
  const deliveries = one.simulator.handset.getSnapshot().map(({ channel }) => channel)
  expect(deliveries).toEqual(['sms', 'voice', 'sms', 'voice'])
})

it.each(['{', '{}', '[]', '"x"'])('ignores a storage that holds %s', async (text) => {
  const storage = memoryStorage()
  storage.setItem('phoneproof-simulator', text)
  const { client } = setUp({ storage })
  await expect(client.start(request)).resolves.toBeTruthy()
})

it('forgets finished verifications after five minutes', async () => {
  const { simulator, client } = setUp()
  for (let n = 0; n < 20; n += 1) {
    await client.start({ ...request, phone: `+120155512${String(n).padStart(2, '0')}` })
  }
  await simulator.advance('11m')
  await client.start(request)
  expect(simulator.world.getSnapshot()).toHaveLength(1)
})
