import { realPause } from './clock.ts'

/** Lets the backend do what its timers began: its requests take real time on any clock. */
const settleMs = 40

/**
 * Where rows wait together. Time moves on only when each of them waits or has ended, so that a clock
 * that jumps never does so in the middle of a request.
 */
export interface WaitingRoom {
  until(instant: number): Promise<void>
  /** One of those who could have waited will not any more. */
  leave(): void
}

export function createWaitingRoom(
  count: number,
  now: () => number,
  wait: (ms: number) => Promise<void>,
): WaitingRoom {
  let busy = count
  let waiting: { instant: number; wake: () => void }[] = []

  async function move(): Promise<void> {
    if (busy > 0 || waiting.length === 0) return
    const next = Math.min(...waiting.map(({ instant }) => instant))
    await wait(Math.max(0, next - now()))
    await realPause(settleMs)
    const due = waiting.filter(({ instant }) => instant <= now())
    waiting = waiting.filter(({ instant }) => instant > now())
    busy += due.length
    for (const { wake } of due) wake()
    // A timer of the machine may be a little early.
    if (due.length === 0) await move()
  }

  return {
    async until(instant) {
      const woken = new Promise<void>((wake) => waiting.push({ instant, wake }))
      busy -= 1
      void move()
      await woken
    },
    leave() {
      busy -= 1
      void move()
    },
  }
}
