import { expect, test, vi } from 'vitest'
import { createSteadyClock } from './clock.ts'

const minute = 60_000

/** A host, whose wall clock can be set while its monotonic clock runs on. */
function host() {
  let wall = Date.UTC(2026, 10, 23, 9, 41)
  let monotonic = 1000
  vi.spyOn(Date, 'now').mockImplementation(() => wall)
  vi.spyOn(performance, 'now').mockImplementation(() => monotonic)
  const clock = createSteadyClock()
  const begin = clock.now()
  return {
    passed: () => clock.now() - begin,
    pass: (ms: number, step = 100): void => {
      for (let left = ms; left > 0; left -= step) {
        wall += step
        monotonic += step
        clock.now()
      }
    },
    set: (by: number) => (wall += by),
    sleep: (ms: number) => (wall += ms),
  }
}

test('runs as the host does', () => {
  const { pass, passed } = host()
  pass(minute)
  expect(passed()).toBe(minute)
})

test.each([10, -10])(
  'stays true for 30 s and for 5 min when the host is set by %i minutes',
  (by) => {
    const { pass, passed, set } = host()
    set(by * minute)
    expect(passed()).toBe(0)
    pass(30_000)
    expect(Math.abs(passed() - 30_000)).toBeLessThan(1000)
    pass(4.5 * minute)
    expect(Math.abs(passed() - 5 * minute)).toBeLessThan(10_000)
  },
)

test.each([10, -10])('is where the host is some hours after that was set by %i minutes', (by) => {
  const { pass, passed, set } = host()
  set(by * minute)
  pass(6 * 60 * minute, 1000)
  expect(passed()).toBe(6 * 60 * minute + by * minute)
})

test('never runs backwards', () => {
  const { pass, passed, set } = host()
  let last = 0
  for (let index = 0; index < 100; index += 1) {
    set(index % 2 ? 7 * minute : -9 * minute)
    pass(50, 1)
    expect(passed()).toBeGreaterThanOrEqual(last)
    last = passed()
  }
})

test('is where the host is at once after a long sleep', () => {
  const { passed, sleep } = host()
  sleep(8 * 60 * minute)
  expect(passed()).toBe(8 * 60 * minute)
})
