import { afterEach, expect, test, vi } from 'vitest'
import { systemClock } from './clock.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Says what the two clocks of the machine show. */
function show(clocks: { wall: number; monotonic: number }): number {
  vi.spyOn(Date, 'now').mockReturnValue(clocks.wall)
  vi.spyOn(performance, 'now').mockReturnValue(clocks.monotonic)
  return systemClock.now()
}

// The clock remembers what it last said, so each test goes on from there.
const far = 4_000_000_000_000

test('shows whole milliseconds since the epoch', () => {
  expect(new Date(systemClock.now()).getUTCFullYear()).toBeGreaterThanOrEqual(2026)
  expect(Number.isInteger(systemClock.now())).toBe(true)
})

test('keeps running while the wall clock is set back (E-1)', () => {
  const before = show({ wall: far, monotonic: far })
  expect(show({ wall: far - 3_600_000, monotonic: far + 1000 })).toBe(before + 1000)
  expect(show({ wall: far - 3_599_000, monotonic: far + 2000 })).toBe(before + 2000)
})

test('keeps running through a sleep, in which the monotonic clock stands still (E-1)', () => {
  const before = show({ wall: far, monotonic: 2 * far })
  expect(show({ wall: far + 600_000, monotonic: 2 * far })).toBe(before + 600_000)
})

test('never runs backwards, even when both clocks do (E-1)', () => {
  const before = show({ wall: far, monotonic: 3 * far })
  expect(show({ wall: far - 1, monotonic: 3 * far - 1 })).toBe(before)
})

test('keeps running through a sleep after the wall clock was set back (E-1)', () => {
  const before = show({ wall: far, monotonic: 4 * far })
  show({ wall: far - 600_000, monotonic: 4 * far + 1 })
  expect(show({ wall: far - 540_000, monotonic: 4 * far + 1 })).toBe(before + 60_001)
})

test('gains no time when it is read often, though its two sources never tick together (E-1)', () => {
  const before = show({ wall: far, monotonic: 5 * far })
  for (let step = 1; step <= 10_000; step += 1) {
    // Thirty readings a millisecond; each source rounds in its own way.
    const at = step / 30
    show({ wall: far + Math.floor(at), monotonic: 5 * far + Math.floor(at + 0.5) })
  }
  expect(systemClock.now() - before).toBeLessThanOrEqual(334)
})

test('follows two clocks that drift apart, without ever going back', () => {
  let last = show({ wall: far, monotonic: 6 * far })
  for (let second = 1; second <= 3000; second += 1) {
    const now = show({ wall: far + second * 1000, monotonic: 6 * far + second * 1000.5 })
    expect(now - last).toBeGreaterThanOrEqual(999)
    expect(now - last).toBeLessThanOrEqual(1001)
    last = now
  }
})

test('uses the global timers of the moment in which it is called', () => {
  vi.useFakeTimers()
  const callback = vi.fn<() => void>()
  const forgotten = vi.fn<() => void>()
  systemClock.setTimeout(callback, 1000)
  systemClock.clearTimeout(systemClock.setTimeout(forgotten, 1000))
  systemClock.clearTimeout(undefined)
  vi.advanceTimersByTime(1000)
  expect(callback).toHaveBeenCalledOnce()
  expect(forgotten).not.toHaveBeenCalled()
})

test('does not fire a timer beyond 32 bits at once', () => {
  vi.useFakeTimers()
  const callback = vi.fn<() => void>()
  systemClock.setTimeout(callback, Number.POSITIVE_INFINITY)
  vi.advanceTimersByTime(60_000)
  expect(callback).not.toHaveBeenCalled()
})
