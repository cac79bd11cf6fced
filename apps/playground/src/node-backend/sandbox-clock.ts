import { createRunningClock } from '@phoneproof/simulator'
import type { MovableClock } from '../playback.ts'
import type { SandboxCommand } from './sandbox-world.ts'

/** Asks the sandbox for something, and resolves with its time, in milliseconds since the epoch. */
export type Send = (command: SandboxCommand) => Promise<number>

/** This page's copy of the clock that the sandbox and the backend share. */
export interface SandboxClock extends MovableClock {
  /** Catches up with a time that the sandbox has told: it runs on until it hears that it is held. */
  follow(now: number): Promise<void>
}

/** Moving it moves the sandbox's first. */
export function createSandboxClock(start: number, send: Send): SandboxClock {
  const local = createRunningClock(start)
  const follow = (now: number): Promise<void> => local.advanceTo(Math.max(now, local.now()))
  return {
    follow,
    now: () => local.now(),
    setTimeout: (callback, delayMs) => local.setTimeout(callback, delayMs),
    clearTimeout: (handle) => local.clearTimeout(handle),
    get speed() {
      return local.speed
    },
    set speed(speed) {
      local.speed = speed
      void send({ do: 'setSpeed', speed }).then(follow)
    },
    async advanceTo(instant) {
      await follow(await send({ do: 'advanceTo', instant }))
    },
  }
}
