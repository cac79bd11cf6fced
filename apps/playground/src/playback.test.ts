import { createManualClock, createRunningClock } from '@phoneproof/simulator'
import { expect, test } from 'vitest'
import { createPlayback } from './playback.ts'

const T0 = Date.UTC(2026, 10, 23, 9, 41)

function setUp(pace: Parameters<typeof createPlayback>[1]) {
  const real = createManualClock()
  const clock = createRunningClock(T0, real)
  return { real, clock, playback: createPlayback(clock, pace, real) }
}

test('runs as fast as it is told, and stands still', async () => {
  const { real, playback } = setUp({ speed: 60, isPaused: true })
  await real.advance('1s')
  expect(playback.getSnapshot().now).toBe(T0)
  playback.setPace({ speed: 60, isPaused: false })
  await real.advance('1s')
  expect(playback.getSnapshot().now - T0).toBeGreaterThan(50_000)
  playback.setPace({ speed: 60, isPaused: true })
  const { now } = playback.getSnapshot()
  await real.advance('1s')
  expect(playback.getSnapshot().now).toBe(now)
})

test('goes to an instant at once', async () => {
  const { playback } = setUp({ speed: 1, isPaused: true })
  await playback.jumpTo(T0 + 30_000)
  expect(playback.getSnapshot().now).toBe(T0 + 30_000)
})

test('stays where it is when what it is to go to has just passed', async () => {
  const { real, clock, playback } = setUp({ speed: 60, isPaused: false })
  await real.advance(40)
  const shown = playback.getSnapshot().now
  await real.advance(10)
  await clock.advance(3_000)
  await playback.jumpTo(shown + 1_000)
  expect(clock.now()).toBeGreaterThan(shown + 2_900)
})
