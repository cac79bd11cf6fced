import type { ManualClock } from '@phoneproof/simulator'

/** Simulated seconds per real second. */
export const speeds = [1, 10, 60] as const
export type Speed = (typeof speeds)[number]

export interface PlaybackSnapshot {
  /** Milliseconds since the epoch, simulated. */
  now: number
  speed: Speed
  isPaused: boolean
}

/** Moves the one clock that the kit and the simulation share. */
export interface Playback {
  getSnapshot: () => PlaybackSnapshot
  subscribe: (listener: () => void) => () => void
  setSpeed: (speed: Speed) => void
  setPaused: (isPaused: boolean) => void
  /** Goes to an instant at once; everything due on the way happens, in order. */
  jumpTo: (instant: number) => Promise<void>
}

const frameMs = 50

export function createPlayback(clock: ManualClock): Playback {
  let snapshot: PlaybackSnapshot = { now: clock.now(), speed: 1, isPaused: false }
  let busy: Promise<void> = Promise.resolve()
  let last = performance.now()
  const listeners = new Set<() => void>()

  function update(changes: Partial<PlaybackSnapshot>): void {
    snapshot = { ...snapshot, ...changes }
    for (const listener of listeners) listener()
  }

  /** One advance after another: a clock cannot be moved twice at once. */
  function move(to: () => number): Promise<void> {
    busy = busy.then(async () => {
      const target = to()
      if (target > clock.now()) await clock.advance(target - clock.now())
      update({ now: clock.now() })
    })
    return busy
  }

  function frame(): void {
    const real = performance.now()
    const elapsed = real - last
    last = real
    if (snapshot.isPaused) return schedule()
    void move(() => clock.now() + Math.round(elapsed * snapshot.speed)).then(schedule)
  }
  const schedule = (): void => {
    setTimeout(frame, frameMs)
  }
  schedule()

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
    jumpTo: (instant) => move(() => instant),
  }
}
