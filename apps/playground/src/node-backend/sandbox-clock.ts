import { createRunningClock } from '@phoneproof/simulator'
import type { MovableClock } from '../playback.ts'
import type { SandboxCommand } from './sandbox-world.ts'

/** Asks the sandbox for something, and resolves with its time, in milliseconds since the epoch. */
export type Send = (command: SandboxCommand) => Promise<number>

/** This page's copy of the clock that the sandbox and the backend share. Moving it moves that one first. */
export function createSandboxClock(start: number, send: Send): MovableClock {
  const local = createRunningClock(start)
  return {
    now: () => local.now(),
    setTimeout: (callback, delayMs) => local.setTimeout(callback, delayMs),
    clearTimeout: (handle) => local.clearTimeout(handle),
    get speed() {
      return local.speed
    },
    set speed(speed) {
      local.speed = speed
      void send({ do: 'setSpeed', speed })
    },
    async advanceTo(instant) {
      const now = await send({ do: 'advanceTo', instant })
      await local.advanceTo(Math.max(now, local.now()))
    },
  }
}
