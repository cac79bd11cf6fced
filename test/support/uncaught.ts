import { onTestFinished } from 'vitest'

/** What nobody catches until the end of the test: gathered, instead of failing the run. */
export function gatherUncaught(): () => Promise<unknown[]> {
  const gathered: unknown[] = []
  const gather = (reason: unknown): void => void gathered.push(reason)
  const others = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', gather)
  onTestFinished(() => {
    process.off('unhandledRejection', gather)
    for (const other of others) process.on('unhandledRejection', other)
  })
  // Node tells of them when all that was queued is done.
  return async () => {
    await new Promise(setImmediate)
    return gathered
  }
}
