import { systemClock, type Clock } from '@phoneproof/client'
import type { Observable, RunningClock } from '@phoneproof/simulator'
import { createObservableValue } from './observable-value.ts'

/** Simulated seconds per real second. */
export const speeds = [1, 10, 60] as const
export type Speed = (typeof speeds)[number]

/** How time runs. */
export interface Pace {
  readonly speed: Speed
  readonly isPaused: boolean
}

export interface PlaybackSnapshot extends Pace {
  /** Milliseconds since the epoch, simulated. */
  readonly now: number
}

/** The controls of the one clock that the kit and the simulation share. */
export interface Playback extends Observable<PlaybackSnapshot> {
  setPace: (pace: Pace) => void
  /** Goes to an instant at once, unless it is past; everything due on the way happens, in order. */
  jumpTo: (instant: number) => Promise<void>
}

/** A clock that can be moved on and set to a speed. */
export type MovableClock = Clock & Pick<RunningClock, 'speed' | 'advanceTo'>

const frameMs = 50

export function createPlayback(
  clock: MovableClock,
  { speed, isPaused }: Pace,
  real: Clock = systemClock,
): Playback {
  const { getSnapshot, subscribe, set } = createObservableValue(paced({ speed, isPaused }))

  function paced(pace: Pace): PlaybackSnapshot {
    clock.speed = pace.isPaused ? 0 : pace.speed
    // Read once it stands still: what is shown when it stops stays.
    return { speed: pace.speed, isPaused: pace.isPaused, now: clock.now() }
  }

  function look(): void {
    if (clock.now() !== getSnapshot().now) set({ ...getSnapshot(), now: clock.now() })
  }

  function frame(): void {
    look()
    real.setTimeout(frame, frameMs)
  }
  frame()

  return {
    getSnapshot,
    subscribe,
    setPace: (pace) => set(paced(pace)),
    async jumpTo(instant) {
      // What is shown is up to a frame old, so what looked ahead of it may be past.
      await clock.advanceTo(Math.max(instant, clock.now()))
      look()
    },
  }
}
