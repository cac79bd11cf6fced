import type { VerifyClient } from '@phoneproof/client'
import { expect, test } from 'vitest'
import { said, setUpBackend } from '../../../../test/support/backend-session.ts'
import { phone, serviceOf, wrong } from '../../../../test/support/verify-backend.ts'

const numberOf = (index: number): string => `+44740012${3456 + index}`

/** The simulated service, with other prices. */
function pricing(prices: (country: string) => number) {
  return (real: VerifyClient): VerifyClient => ({
    ...real,
    async start(request) {
      const price = prices(request.phone.replace('+', '').startsWith('1') ? 'US' : 'GB')
      return { ...(await real.start(request)), price }
    },
  })
}

test('gives back also what was the first of its time, though a request takes time itself', async () => {
  const { browse, simulator, another } = setUpBackend()
  let ticks = 0
  // Every look at the clock is a millisecond later.
  const clock = { ...simulator.clock, now: () => simulator.clock.now() + (ticks += 1) }
  const hour = 3_600_000
  const server = another({
    clock,
    limits: {
      attemptsPerNumber: [{ max: 1, windowMs: hour }],
      startsPerNumber: [{ max: 2, windowMs: hour }],
      unverifiedPerRange: [{ max: 1, windowMs: hour }],
    },
  })
  const browser = browse()
  browser.server = server
  simulator.faults.next({ operation: 'start', status: 400 })
  await expect(said(browser.start())).resolves.toMatchObject({ status: 503 })
  for (let round = 0; round < 2; round += 1) {
    const { verifyId } = (await (await browser.start()).json()) as { verifyId: string }
    const code = simulator.lastCode(phone) ?? ''
    await expect(said(browser.send('PUT', '/verify', { verifyId, code }))).resolves.toEqual({
      status: 204,
    })
  }
  await expect(said(browser.start())).resolves.toMatchObject({ status: 429, scope: 'number' })
})

test('counts for the whole account what texts cost, not what was expected', async () => {
  const { browse, simulator, another } = setUpBackend()
  const server = another({
    service: pricing(() => 0.5)(serviceOf(simulator)),
    limits: { spendPerDay: 0.9 },
  })
  const statuses: number[] = []
  for (const index of [0, 1]) {
    const browser = browse()
    browser.server = server
    statuses.push((await browser.start(numberOf(index))).status)
  }
  expect(statuses).toEqual([200, 429])
})

test('counts what texts cost that were sent at once, before the first price was known', async () => {
  const { browse, simulator, another } = setUpBackend()
  const server = another({
    service: pricing((country) => (country === 'GB' ? 0.5 : 0.01))(serviceOf(simulator)),
    limits: { spendPerDay: 3, spendPerCountryPerDay: 2 },
  })
  const start = async (number: string) => {
    const browser = browse()
    browser.server = server
    return (await browser.start(number)).status
  }
  const together = await Promise.all([0, 1, 2, 3].map((index) => start(numberOf(index))))
  expect(together).toEqual([200, 200, 200, 200])
  await expect(start(numberOf(4))).resolves.toBe(429)
  await expect(start('+12025550123')).resolves.toBe(200)
})

test('gives nothing back for a wrong code', async () => {
  const { browse, simulator } = setUpBackend({
    limits: { attemptsPerNumber: [{ max: 1, windowMs: 60_000 }] },
  })
  const browser = browse()
  const { verifyId } = (await (await browser.start()).json()) as { verifyId: string }
  const check = (code: string) => said(browser.send('PUT', '/verify', { verifyId, code }))
  const code = simulator.lastCode(phone) ?? ''
  await expect(check(wrong(code))).resolves.toEqual({ status: 400 })
  await expect(check(code)).resolves.toMatchObject({ status: 429, scope: 'number' })
})
