import { createManualClock } from '@phoneproof/simulator'
import { expect, test, vi } from 'vitest'
import { createAlarm } from './alarm.ts'

function setUp(run = async () => {}) {
  const clock = createManualClock(0)
  const ring = vi.fn<() => Promise<void>>(run)
  return { clock, ring, alarm: createAlarm(clock, ring) }
}

test('rings every ten seconds, for what others have left behind', async () => {
  const { clock, ring } = setUp()
  await clock.advance('9s')
  expect(ring).not.toHaveBeenCalled()
  await clock.advance('21s')
  expect(ring).toHaveBeenCalledTimes(3)
})

test('rings when something is due, once for all of one second', async () => {
  const { clock, ring, alarm } = setUp()
  for (let ms = 1; ms <= 1000; ms += 1) alarm.wakeAt(2000 + ms)
  await clock.advance('2s')
  expect(ring).not.toHaveBeenCalled()
  await clock.advance('1s')
  expect(ring).toHaveBeenCalledTimes(1)
})

test('rings every ten seconds also when something else was due at that instant', async () => {
  const { clock, ring, alarm } = setUp()
  alarm.wakeAt(10_000)
  alarm.wakeAt(20_000)
  await clock.advance('30s')
  expect(ring).toHaveBeenCalledTimes(5)
})

test('rings at once for what is overdue', async () => {
  const { clock, ring, alarm } = setUp()
  await clock.advance('5s')
  alarm.wakeAt(1000)
  await clock.advance(0)
  expect(ring).toHaveBeenCalledTimes(1)
})

test('goes on after a failure, and does one thing at a time', async () => {
  let underWay = 0
  const { clock, ring, alarm } = setUp(async () => {
    underWay += 1
    expect(underWay).toBe(1)
    await new Promise<void>((resolve) => void clock.setTimeout(resolve, 1500))
    underWay -= 1
    throw new Error('The store is away.')
  })
  for (let second = 1; second <= 5; second += 1) alarm.wakeAt(second * 1000)
  await clock.advance('20s')
  expect(ring).toHaveBeenCalledTimes(6)
})

test('leaves no timer behind when it is stopped', async () => {
  const { clock, alarm } = setUp()
  alarm.wakeAt(3000)
  alarm.stop()
  alarm.wakeAt(4000)
  expect(clock.pendingTimers).toBe(0)
})
