import { systemClock } from '@phoneproof/client'
import { expect, it, vi } from 'vitest'
import { createManualClock } from './manual-clock.ts'

it('stands still until it is moved', async () => {
  const clock = createManualClock(1_000)
  const callback = vi.fn()
  clock.setTimeout(callback, 10)
  await Promise.resolve()
  expect(clock.now()).toBe(1_000)
  expect(callback).not.toHaveBeenCalled()
})

it('runs timers in order of time, those due at once in the order they were set', async () => {
  const clock = createManualClock(0)
  const seen: string[] = []
  const note = (name: string) => () => void seen.push(`${name} ${clock.now()}`)
  clock.setTimeout(note('late'), 20)
  clock.setTimeout(note('first'), 10)
  clock.setTimeout(note('second'), 10)
  await clock.advance(30)
  expect(seen).toEqual(['first 10', 'second 10', 'late 20'])
  expect(clock.now()).toBe(30)
})

it('runs timers that timers set on the way, also for the same instant', async () => {
  const clock = createManualClock(0)
  const seen: number[] = []
  clock.setTimeout(() => {
    seen.push(clock.now())
    clock.setTimeout(() => seen.push(clock.now()), 0)
    clock.setTimeout(() => seen.push(clock.now()), 5)
    clock.setTimeout(() => seen.push(clock.now()), 500)
  }, 10)
  await clock.advance(100)
  expect(seen).toEqual([10, 10, 15])
  expect(clock.pendingTimers).toBe(1)
})

it('lets promises settle between steps, so that what they set still runs', async () => {
  const clock = createManualClock(0)
  const seen: number[] = []
  clock.setTimeout(() => {
    void Promise.resolve()
      .then(() => Promise.resolve())
      .then(() => clock.setTimeout(() => seen.push(clock.now()), 10))
  }, 10)
  await clock.advance(100)
  expect(seen).toEqual([20])
})

it('forgets a timer, and ignores handles it does not know', async () => {
  const clock = createManualClock(0)
  const callback = vi.fn()
  const handle = clock.setTimeout(callback, 10)
  clock.clearTimeout(handle)
  clock.clearTimeout(handle)
  clock.clearTimeout(undefined)
  expect(clock.pendingTimers).toBe(0)
  await clock.advance(20)
  expect(callback).not.toHaveBeenCalled()
})

it('lets a timer clear another that is due at the same instant', async () => {
  const clock = createManualClock(0)
  const callback = vi.fn()
  clock.setTimeout(() => clock.clearTimeout(second), 10)
  const second = clock.setTimeout(callback, 10)
  await clock.advance(10)
  expect(callback).not.toHaveBeenCalled()
})

it.each([
  ['30s', 30_000],
  ['1m', 60_000],
  ['1m30s', 90_000],
  ['0.5s', 500],
  [250, 250],
])('moves by %s', async (by, ms) => {
  const clock = createManualClock(0)
  await clock.advance(by)
  expect(clock.now()).toBe(ms)
})

it.each(['', 'm', '1h', '-1s', 'soon'])('says what it takes instead of %j', async (by) => {
  const clock = createManualClock(0)
  expect(() => clock.advance(by)).toThrow(/^\[phoneproof\].*such as "30s" or "1m30s"/)
})

it.each([-1, Number.NaN])('refuses to go back or nowhere: %s', async (by) => {
  const clock = createManualClock(1_000)
  await expect(clock.advance(by)).rejects.toThrow(/never runs backwards/)
  expect(clock.now()).toBe(1_000)
})

it('treats a negative delay as 0', async () => {
  const clock = createManualClock(0)
  const callback = vi.fn()
  clock.setTimeout(callback, -50)
  await clock.advance(0)
  expect(callback).toHaveBeenCalledOnce()
})

it('runs one move after another, so that two at once add up', async () => {
  const clock = createManualClock(0)
  const seen: number[] = []
  clock.setTimeout(() => seen.push(clock.now()), 1_500)
  await Promise.all([clock.advance('1s'), clock.advance('1s')])
  expect(clock.now()).toBe(2_000)
  expect(seen).toEqual([1_500])
})

it('runs a move that a timer asks for after the current one', async () => {
  const clock = createManualClock(0)
  const seen: string[] = []
  let inner: Promise<void> | undefined
  clock.setTimeout(() => {
    inner = clock.advance(100).then(() => void seen.push(`inner ended ${clock.now()}`))
  }, 10)
  clock.setTimeout(() => seen.push(`second ${clock.now()}`), 20)
  clock.setTimeout(() => seen.push(`third ${clock.now()}`), 90)
  await clock.advance(50)
  expect(seen).toEqual(['second 20'])
  await inner
  expect(seen).toEqual(['second 20', 'third 90', 'inner ended 150'])
})

it('rejects the move with what a callback throws, and loses no other timer', async () => {
  const clock = createManualClock(0)
  const later = vi.fn()
  clock.setTimeout(() => {
    throw new Error('from a timer')
  }, 10)
  clock.setTimeout(later, 20)
  await expect(clock.advance(100)).rejects.toThrow('from a timer')
  expect(clock.now()).toBe(10)
  await clock.advance(90)
  expect(later).toHaveBeenCalledOnce()
})

it('is not blocked by a delay of NaN', async () => {
  const clock = createManualClock(0)
  const seen: string[] = []
  clock.setTimeout(() => seen.push('no number'), Number.NaN)
  clock.setTimeout(() => seen.push('ten'), 10)
  clock.setTimeout(() => seen.push('never'), Number.POSITIVE_INFINITY)
  await clock.advance(10)
  expect(seen).toEqual(['no number', 'ten'])
  expect(clock.pendingTimers).toBe(1)
})

it('waits for what runs in a real timer of 0 ms, as in TanStack Query', async () => {
  const clock = createManualClock(0)
  const seen: number[] = []
  clock.setTimeout(() => {
    systemClock.setTimeout(() => clock.setTimeout(() => seen.push(clock.now()), 5), 0)
  }, 10)
  await clock.advance(100)
  expect(seen).toEqual([15])
})

it('moves while the timers of the globals are faked', async () => {
  vi.useFakeTimers()
  try {
    const clock = createManualClock(0)
    const callback = vi.fn()
    clock.setTimeout(callback, 10)
    await clock.advance(10)
    expect(callback).toHaveBeenCalledOnce()
  } finally {
    vi.useRealTimers()
  }
})

it('runs thousands of timers in order of time, however they were set and cleared', async () => {
  const clock = createManualClock(0)
  const delays = Array.from({ length: 2_000 }, (_, index) => (index * 7_919) % 1_000)
  const seen: number[] = []
  const handles = delays.map((delay) => clock.setTimeout(() => seen.push(clock.now()), delay))
  for (const [index, handle] of handles.entries()) if (index % 3 === 0) clock.clearTimeout(handle)
  await clock.advance(1_000)
  expect(seen).toEqual(delays.filter((_, index) => index % 3 > 0).toSorted((a, b) => a - b))
})
