import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createBackend, createBrowser } from '../../../../test/support/verify-backend.ts'

const numbers = Array.from({ length: 100 }, (_, n) => `+4474001${String(n * 997).padStart(5, '0')}`)
const wide = [{ max: 1000, windowMs: 1000 }]

test('lets other work have its turn while it carries out many cancels', async () => {
  const { another, simulator } = createBackend({
    limits: {
      unverifiedPerRange: wide,
      unverifiedPerCountry: wide,
      spendPerDay: Infinity,
      spendPerCountryPerDay: Infinity,
    },
  })
  const { clock } = simulator
  const withoutTimers = {
    now: () => clock.now(),
    setTimeout: () => undefined,
    clearTimeout: () => {},
  }
  const server = another({ clock: withoutTimers })
  for (const phone of numbers) {
    const { client } = createBrowser(server, { simulator })
    const { verifyId } = await client.start({ phone, brand: 'Acme', codeLength: 6 })
    await client.cancel({ verifyId })
  }
  await simulator.advance('35s')
  const cancelled = () =>
    numbers.filter((each) => simulator.world.latest(each)?.state === 'cancelled').length
  expect(cancelled()).toBe(0)

  const seen: number[] = []
  const sweep = server.sweep()
  while ((await Promise.race([sweep, setImmediate('running')])) === 'running') {
    seen.push(cancelled())
  }
  await expect(sweep).resolves.toEqual({ cancelled: 100 })
  expect(new Set(seen)).toEqual(new Set([30, 60, 90]))
})
