import { systemClock } from '@phoneproof/client'
import type { RunningClock } from '@phoneproof/simulator'

/** Simulated seconds per real second. */
export const speeds = [1, 10, 60] as const
export type Speed = (typeof speeds)[number]

export interface PlaybackSnapshot {
  /** Milliseconds since the epoch, simulated. */
  readonly now: number
  readonly speed: Speed
  readonly isPaused: boolean
}

/** The controls of the one clock that the kit and the simulation share. */
export interface Playback {
  getSnapshot: () => PlaybackSnapshot
  subscribe: (listener: () => void) => () => void
  setSpeed: (speed: Speed) => void
  setPaused: (isPaused: boolean) => void
  /** Goes to an instant at once; everything due on the way happens, in order. */
  jumpTo: (instant: number) => Promise<void>
}

const frameMs = 50

export function createPlayback(clock: RunningClock): Playback {
  let snapshot: PlaybackSnapshot = { now: clock.now(), speed: 1, isPaused: false }
  const listeners = new Set<() => void>()

  function update(changes: Partial<PlaybackSnapshot>): void {
    snapshot = { ...snapshot, ...changes }
    clock.speed = snapshot.isPaused ? 0 : snapshot.speed
    for (const listener of listeners) listener()
  }

  function frame(): void {
    if (clock.now() !== snapshot.now) update({ now: clock.now() })
    systemClock.setTimeout(frame, frameMs)
  }
  frame()

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    setSpeed: (speed) => update({ speed }),
    setPaused: (isPaused) => update({ isPaused }),
    async jumpTo(instant) {
      await clock.advanceTo(instant)
      update({ now: clock.now() })
    },
  }
}
