import { createManualClock } from '@phoneproof/simulator'
import { expect, it, vi } from 'vitest'
import { gatherUncaught } from '../../../../test/support/uncaught.ts'
import { scheduleAt } from './schedule-at.ts'

it('rings all that is due at an instant in one task', async () => {
  const clock = createManualClock()
  const setTimeout = vi.spyOn(clock, 'setTimeout')
  const rung: string[] = []
  for (const name of ['a', 'b', 'c']) scheduleAt(clock, () => rung.push(name), clock.now() + 500)
  setTimeout.mockClear()
  await clock.advance(500)
  expect(rung).toEqual(['a', 'b', 'c'])
  expect(setTimeout).not.toHaveBeenCalled()
})

it('rings within 5 s when the device has slept over it (E-1)', async () => {
  const clock = createManualClock()
  let sleptMs = 0
  const sleepy = { ...clock, now: () => clock.now() + sleptMs }
  const ring = vi.fn()
  scheduleAt(sleepy, ring, clock.now() + 50_000)
  await clock.advance(2_000)
  sleptMs = 60_000
  expect(ring).not.toHaveBeenCalled()
  await clock.advance(3_000)
  expect(ring).toHaveBeenCalledOnce()
})

it('rings once, where it was moved to last, and not when it was cleared', async () => {
  const clock = createManualClock()
  const start = clock.now()
  const rung: number[] = []
  const ring = () => rung.push(clock.now() - start)
  const never = vi.fn()
  scheduleAt(clock, ring, start + 100)
  scheduleAt(clock, ring, start + 300)
  scheduleAt(clock, never, start + 200)
  scheduleAt(clock, never, undefined)
  await clock.advance(1_000)
  expect(rung).toEqual([300])
  expect(never).not.toHaveBeenCalled()
  expect(clock.pendingTimers).toBe(0)
})

it('does not ring one that another, due at the same instant, has just cleared', async () => {
  const clock = createManualClock()
  const second = vi.fn()
  scheduleAt(clock, () => scheduleAt(clock, second, undefined), clock.now() + 100)
  scheduleAt(clock, second, clock.now() + 100)
  await clock.advance(100)
  expect(second).not.toHaveBeenCalled()
})

it('rings the others, and goes on, when one throws', async () => {
  const uncaught = gatherUncaught()
  const clock = createManualClock()
  const later = vi.fn()
  const other = vi.fn()
  const error = new Error('mine')
  scheduleAt(
    clock,
    () => {
      throw error
    },
    clock.now() + 500,
  )
  scheduleAt(clock, other, clock.now() + 500)
  scheduleAt(clock, later, clock.now() + 900)
  await clock.advance(1_000)
  expect(other).toHaveBeenCalledOnce()
  expect(later).toHaveBeenCalledOnce()
  expect(await uncaught()).toEqual([error])
})
