import { expect, it, vi } from 'vitest'
import { createManualClock, type ManualClock } from './manual-clock.ts'
import { createRunningClock, type RunningClock } from './running-clock.ts'

/** Lets 100 ms pass on the clock behind, and the running one take each tick in. */
async function pass(real: ManualClock, clock: RunningClock): Promise<void> {
  for (let tick = 0; tick < 5; tick += 1) {
    await real.advance(20)
    await clock.advance(0)
  }
}

it('runs with another clock, at its speed', async () => {
  const real = createManualClock(0)
  const clock = createRunningClock(1_000, real)
  await pass(real, clock)
  expect(clock.now()).toBe(1_100)
  clock.speed = 60
  await pass(real, clock)
  expect(clock.now()).toBe(7_100)
  clock.speed = 0
  await pass(real, clock)
  expect(clock.now()).toBe(7_100)
})

it('can be moved on besides, several times at once', async () => {
  const real = createManualClock(0)
  const clock = createRunningClock(0, real)
  const due = vi.fn()
  clock.setTimeout(due, 90_000)
  await Promise.all([clock.advance('1m'), clock.advanceTo(30_000), clock.advance('30s')])
  expect(clock.now()).toBe(90_000)
  expect(due).toHaveBeenCalledOnce()
})

it('refuses what is past, and runs on', async () => {
  const real = createManualClock(0)
  const clock = createRunningClock(5_000, real)
  await expect(clock.advanceTo(4_000)).rejects.toThrow(/never runs backwards/)
  await pass(real, clock)
  expect(clock.now()).toBe(5_100)
})

it('stops for good', async () => {
  const real = createManualClock(0)
  const clock = createRunningClock(0, real)
  clock.stop()
  await real.advance('1m')
  expect(clock.now()).toBe(0)
  expect(real.pendingTimers).toBe(0)
})
