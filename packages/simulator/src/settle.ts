import { systemClock } from '@phoneproof/client'

/**
 * Lets everything finish that needs no time. A request through MSW and TanStack Query takes about a
 * dozen promise turns and a few macrotasks.
 */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await macrotask()
}

/** With fake timers, the real timer that settleFully waits for never runs. */
const mostTurns = 1_000

/**
 * As settle, and also waits for a real timer of 0 ms, with which TanStack Query notifies its
 * observers.
 */
export async function settleFully(): Promise<void> {
  let isOver = false
  systemClock.setTimeout(() => {
    isOver = true
  }, 0)
  for (let turn = 0; turn < mostTurns && !isOver; turn += 1) await macrotask()
  await settle()
}

/**
 * One macrotask, by a message channel: browsers would hold back a timer for 4 ms. Each has a
 * channel of its own, because Node delivers all messages of one channel without a break for
 * anything else.
 */
export function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
