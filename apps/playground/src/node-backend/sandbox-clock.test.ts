import { expect, test } from 'vitest'
import { createSandboxClock } from './sandbox-clock.ts'

const start = Date.UTC(2026, 10, 23, 9, 41)

test('stands where the sandbox stands that ran on until it was held', async () => {
  // It hears of it 40 ms later.
  const clock = createSandboxClock(start, async () => start + 40)
  clock.speed = 0
  await expect.poll(() => clock.now()).toBe(start + 40)
})

test('catches up with what the sandbox tells, and never goes back', async () => {
  const clock = createSandboxClock(start, async () => start)
  clock.speed = 0
  await clock.follow(start + 5000)
  expect(clock.now()).toBe(start + 5000)
  await clock.follow(start + 1000)
  expect(clock.now()).toBe(start + 5000)
})

test('moves the sandbox first, and then itself', async () => {
  const asked: object[] = []
  const clock = createSandboxClock(start, async (command) => {
    asked.push(command)
    return start + 60_000
  })
  clock.speed = 0
  await clock.advanceTo(start + 60_000)
  expect(clock.now()).toBe(start + 60_000)
  expect(asked).toContainEqual({ do: 'advanceTo', instant: start + 60_000 })
})
