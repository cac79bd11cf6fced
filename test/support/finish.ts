import type { TestSimulator } from '@phoneproof/simulator/testing'

/** What a promise comes to that waits for the simulator's clock, and for what only real time brings. */
export async function finish<Result>(
  promise: Promise<Result>,
  { clock }: Pick<TestSimulator, 'clock'>,
  stepMs = 100,
): Promise<Result> {
  let isSettled = false
  const settled = promise.finally(() => {
    isSettled = true
  })
  // A rejection is the caller's.
  settled.catch(() => {})
  while (!isSettled) await clock.advance(stepMs)
  return settled
}
