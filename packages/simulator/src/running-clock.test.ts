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

it('stands still at once when it is held in the middle of a move', async () => {
  const real = createManualClock(0)
  const clock = createRunningClock(0, real)
  clock.speed = 60
  const later = vi.fn()
  clock.setTimeout(() => {
    clock.speed = 0
    clock.setTimeout(later, 0)
  }, 500)
  await pass(real, clock)
  expect(clock.now()).toBe(500)
  expect(later).toHaveBeenCalledOnce()
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

it('does not go on from an instant while something is on its way', async () => {
  const real = createManualClock(0)
  let isSent = false
  const answer = Promise.withResolvers<void>()
  const clock = createRunningClock(0, real, () => (isSent ? answer.promise : Promise.resolve()))
  clock.setTimeout(() => {
    isSent = true
  }, 55_000)
  const ring = vi.fn()
  clock.setTimeout(ring, 60_000)
  const moved = clock.advanceTo(70_000)
  await vi.waitFor(() => expect(clock.now()).toBe(55_000))
  await real.advance(100)
  expect(ring).not.toHaveBeenCalled()
  answer.resolve()
  await moved
  expect(ring).toHaveBeenCalledOnce()
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
