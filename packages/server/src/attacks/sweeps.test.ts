import { createManualClock } from '@phoneproof/simulator'
import type { VerifyClient } from '@phoneproof/client'
import { expect, test } from 'vitest'
import { times } from '../../../../test/support/balanced.ts'
import { origin, phone, secret } from '../../../../test/support/verify-backend.ts'
import { memoryStore } from '../stores/memory.ts'
import { createVerifyServer } from '../verify-server.ts'

const unlimited = {
  startsPerNumber: [],
  startsPerSession: [],
  startsPerAccount: [],
  unverifiedPerRange: [],
  unverifiedPerCountry: [],
  spendPerDay: Number.POSITIVE_INFINITY,
  spendPerCountryPerDay: Number.POSITIVE_INFINITY,
}

const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

/** A service that does nothing but count, and takes a turn of the event loop for a cancel. */
function countingService() {
  const cancels = new Map<string, number>()
  let [inFlight, most, sinceTurn, mostATurn, starts] = [0, 0, 0, 0, 0]
  let isAway = false
  const service: VerifyClient = {
    async start() {
      starts += 1
      return { verifyId: `service ${starts}`, price: 0, serverTime: undefined }
    },
    async check() {},
    async cancel({ verifyId }) {
      cancels.set(verifyId, (cancels.get(verifyId) ?? 0) + 1)
      inFlight += 1
      sinceTurn += 1
      most = Math.max(most, inFlight)
      mostATurn = Math.max(mostATurn, sinceTurn)
      await turn()
      inFlight -= 1
      sinceTurn = 0
      if (isAway) throw new Error('The connection was lost.')
      return { deferred: false }
    },
  }
  return {
    service,
    cancels,
    seen: () => ({ most, mostATurn }),
    setAway: (away: boolean) => {
      isAway = away
    },
  }
}

/** Two instances with many cancels that are due, and no timers: each sweep is the test's. */
async function withDue(count: number) {
  const counting = countingService()
  const store = memoryStore()
  const begin = createManualClock().now()
  let elapsedMs = 0
  const clock = { now: () => begin + elapsedMs, setTimeout: () => 0, clearTimeout: () => {} }
  const instances = times(2).map(() =>
    createVerifyServer({
      brand: 'Acme',
      secret,
      origins: [origin],
      countries: ['GB'],
      session: (request) => request.headers.get('x-session') ?? undefined,
      service: counting.service,
      limits: unlimited,
      store,
      clock,
    }),
  )
  const ask = (index: number, method: string, path: string, body?: object) => {
    const headers = { origin, 'x-session': String(index), 'content-type': 'application/json' }
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
    const instance = instances[index % 2] ?? expect.fail('There are two.')
    return instance.fetch(new Request(`${origin}/api/v2/verify${path}`, init))
  }
  for (const index of times(count)) {
    const number = String(Number(phone) + index)
    const answer = await ask(index, 'POST', '', { phone: number })
    const { verifyId } = (await answer.json()) as { verifyId: string }
    expect((await ask(index, 'DELETE', `/${verifyId}`)).status).toBe(202)
  }
  const pass = (ms: number): void => {
    elapsedMs += ms
  }
  return { ...counting, instances, pass }
}

test('carries out 10,000 cancels that are due, each once, ten at a time for each instance', async () => {
  const { instances, cancels, seen, pass } = await withDue(10_000)
  await Promise.all(instances.map((each) => each.sweep()))
  expect(cancels.size).toBe(0)
  pass(32_000)
  const swept = await Promise.all(instances.map((each) => each.sweep()))
  expect(cancels.size).toBe(10_000)
  expect(Math.max(...cancels.values())).toBe(1)
  const [one = 0, two = 0] = swept.map(({ cancelled }) => cancelled)
  expect(one + two).toBe(10_000)
  // Both have a share, and the event loop turns after each ten of either.
  expect(Math.min(one, two)).toBeGreaterThan(1000)
  expect(seen()).toEqual({ most: 20, mostATurn: 20 })
})

test('asks a service that is away ten times, and not for everything that is due', async () => {
  const { instances, cancels, setAway, pass } = await withDue(200)
  const [server] = instances
  pass(32_000)
  setAway(true)
  await expect(server?.sweep()).resolves.toEqual({ cancelled: 0 })
  expect(cancels.size).toBe(10)
  pass(2000)
  setAway(false)
  await expect(server?.sweep()).resolves.toEqual({ cancelled: 200 })
  expect(cancels.size).toBe(200)
})
