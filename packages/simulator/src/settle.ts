import { systemClock } from '@phoneproof/client'

/**
 * Lets everything that needs no time finish. A request through MSW and TanStack Query takes some
 * dozen promise turns and a few macrotasks.
 */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await macrotask()
}

/** Where globals are faked, the real timer that settleFully waits for never runs. */
const mostTurns = 1_000

/** As settle, and what waits for a real timer of no delay: TanStack Query tells its observers so. */
export async function settleFully(): Promise<void> {
  let isOver = false
  systemClock.setTimeout(() => {
    isOver = true
  }, 0)
  for (let turn = 0; turn < mostTurns && !isOver; turn += 1) await macrotask()
  await settle()
}

/**
 * A message channel gives macrotasks without a timer, which browsers would hold back for 4 ms
 * each. A new one each time: Node delivers the messages of one channel without a pause for others.
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
