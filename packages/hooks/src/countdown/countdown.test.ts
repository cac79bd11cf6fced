import { createManualClock } from '@phoneproof/simulator'
import { expect, it, vi } from 'vitest'
import { createCountdown, formatSeconds, secondsLeft } from './countdown.ts'

it('rounds up, so that 1 is the last second before the end (E-1)', () => {
  expect([300_000, 299_999, 1_000, 1, 0, -5].map((left) => secondsLeft(left, 0))).toEqual([
    300, 300, 1, 1, 0, 0,
  ])
})

it('writes minutes and seconds', () => {
  expect([300, 252, 60, 59, 7, 0].map(formatSeconds)).toEqual([
    '5:00',
    '4:12',
    '1:00',
    '0:59',
    '0:07',
    '0:00',
  ])
})

it.each([
  [3_599, '59:59'],
  [3_600, '1:00:00'],
  [7_199, '1:59:59'],
  [36_007, '10:00:07'],
  [86_400, '24:00:00'],
])('writes hours from an hour on: %s s as %s', (seconds, text) => {
  expect(formatSeconds(seconds)).toBe(text)
})

it('notifies once a second until the end, then never', async () => {
  const clock = createManualClock()
  const countdown = createCountdown(clock, clock.now() + 2_500)
  const seen: number[] = []
  countdown.subscribe(() => seen.push(countdown.getSnapshot()))
  await clock.advance(10_000)
  expect(seen).toEqual([3, 2, 1, 0])
  expect(clock.pendingTimers).toBe(0)
})

it('keeps its snapshot between seconds, whatever the clock says', async () => {
  const clock = createManualClock()
  const countdown = createCountdown(clock, clock.now() + 5_000)
  expect(countdown.getSnapshot()).toBe(5)
  await clock.advance(4_000)
  expect(countdown.getSnapshot()).toBe(5)
})

it('changes with all others of its clock in one tick', async () => {
  const clock = createManualClock()
  const setTimeout = vi.spyOn(clock, 'setTimeout')
  const deadline = clock.now() + 30_000
  for (const each of [deadline, deadline + 270_000])
    createCountdown(clock, each).subscribe(() => {})
  setTimeout.mockClear()
  await clock.advance(10_000)
  expect(setTimeout).toHaveBeenCalledTimes(10)
})

it('does not miss the second in which another countdown leaves', async () => {
  const clock = createManualClock()
  const countdown = createCountdown(clock, clock.now() + 10_000)
  countdown.subscribe(() => {})
  const leave = createCountdown(clock, clock.now() + 5_000).subscribe(() => {})
  // It leaves in the very instant of a tick, before the tick.
  clock.setTimeout(leave, 3_000)
  await clock.advance(2_500)
  createCountdown(clock, clock.now() + 90_000).subscribe(() => {})()
  await clock.advance(500)
  expect(countdown.getSnapshot()).toBe(7)
})

it('leaves no timer behind', () => {
  const clock = createManualClock()
  createCountdown(clock, clock.now() + 5_000).subscribe(() => {})()
  expect(clock.pendingTimers).toBe(0)
})
