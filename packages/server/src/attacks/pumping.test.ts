import { createTestSimulator } from '@phoneproof/simulator/testing'
import { expect, test } from 'vitest'
import { statusesOf, times } from '../../../../test/support/balanced.ts'
import { directService } from '../../../../test/support/direct-service.ts'
import { createBackend, origin } from '../../../../test/support/verify-backend.ts'
import type { VerifyServerOptions } from '../options.ts'

/** The nth number of a place where numbers are sold by the ten thousand. */
const pumped = (index: number, start = 7_400_120_000): string =>
  String(440_000_000_000 + start + index)
const addressOf = (index: number): string => `198.51.${index >> 8}.${index & 255}`

function setUp(options: Partial<VerifyServerOptions> = {}) {
  const simulator = createTestSimulator()
  const { server } = createBackend({
    service: directService(simulator),
    clock: simulator.clock,
    ...options,
  })
  let people = 0
  /** A start without a cookie, as of a script that drops it. */
  const start = (phone: string, address: string, token?: string): Promise<Response> => {
    const headers = {
      origin,
      'content-type': 'application/json',
      ...(token && { 'bot-token': token }),
    }
    const body = JSON.stringify({ phone })
    const init = { method: 'POST', headers, body }
    return server.fetch(new Request(`${origin}/api/v2/verify`, init), { address })
  }
  return {
    start,
    /** A start of somebody else, from where nobody else is. */
    startPerson: async (phone: string, token?: string): Promise<number> => {
      people += 1
      return (await start(phone, `203.0.113.${people}`, token)).status
    },
    texts: (prefix = '+44740012') =>
      simulator.getSnapshot().filter(({ phone }) => phone.startsWith(prefix)).length,
  }
}

type Pumped = Pick<ReturnType<typeof setUp>, 'start'>

/** 10,000 numbers of one prefix, from 1,000 addresses, in as many sessions, a hundred at once. */
async function pump({ start }: Pumped): Promise<Response[]> {
  const answers: Response[] = []
  for (const round of times(100)) {
    const some = times(100).map((index) => {
      const at = 100 * round + index
      return start(pumped(at), addressOf(at % 1000))
    })
    answers.push(...(await Promise.all(some)))
  }
  return answers
}

test('sends 10 texts of 10,000 that are pumped over one prefix, and serves everybody else', async () => {
  const world = setUp()
  const answers = await pump(world)
  expect(statusesOf(answers)).toEqual({ 200: 10, 429: 9990 })
  expect(world.texts()).toBe(10)
  const { startPerson } = world
  await expect(startPerson('447400923456')).resolves.toBe(200)
  await expect(startPerson('447400223456')).resolves.toBe(200)
  await expect(startPerson('12025550123')).resolves.toBe(200)
  // Their own neighbours wait, or pass a bot check where there is one.
  await expect(startPerson(pumped(77))).resolves.toBe(429)
})

test('spends what a country may cost where nothing is watched, and serves other countries', async () => {
  const world = setUp({ limits: { unverifiedPerRange: [], unverifiedPerCountry: [] } })
  const answers = await pump(world)
  // 50 a day at 0.05 each, of which the server learns with the first.
  expect(statusesOf(answers)).toEqual({ 200: 1000, 429: 9000 })
  expect(world.texts()).toBe(1000)
  await expect(world.startPerson('447400923456')).resolves.toBe(429)
  await expect(world.startPerson('12025550123')).resolves.toBe(200)
})

test('lets people through a bot check where scripts are stopped', async () => {
  const world = setUp({ botCheck: (token) => token === 'a person' })
  const answers = await pump(world)
  expect(statusesOf(answers)).toMatchObject({ 200: 10 })
  expect(statusesOf(answers)[428]).toBeGreaterThan(4000)
  for (const index of times(20)) {
    await expect(world.startPerson(pumped(100 + index), 'a person')).resolves.toBe(200)
  }
  expect(world.texts()).toBe(30)
})

test('spends what a country may cost in a day when it is pumped slowly, over all its ranges', async () => {
  const simulator = createTestSimulator()
  const begin = simulator.clock.now()
  let elapsedMs = 0
  const clock = { ...simulator.clock, now: () => begin + elapsedMs }
  const { start } = setUp({ clock, service: directService(simulator) })
  const answers: Response[] = []
  for (const index of times(5000)) {
    answers.push(await start(pumped(10_000 * (index % 500) + index), addressOf(index)))
    elapsedMs += (24 * 3_600_000) / 5000
  }
  expect(statusesOf(answers)[200]).toBe(1000)
  await expect(start('12025550123', '203.0.113.1')).resolves.toMatchObject({ status: 200 })
  elapsedMs += 3_600_000
  await expect(start('447400923456', '203.0.113.1')).resolves.toMatchObject({ status: 200 })
})
