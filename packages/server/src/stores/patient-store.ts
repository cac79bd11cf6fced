import type { Clock, TimerHandle } from '@phoneproof/client'
import type { Store } from './store.ts'

/** The store did not answer, or not in time. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}

/** A store that answers in time or fails, and fails in one way. */
export function patientStore(store: Store, clock: Clock, timeoutMs = 3000): Store {
  async function within<Result>(operation: () => Promise<Result>): Promise<Result> {
    let timer: TimerHandle
    const late = new Promise<never>((_resolve, reject) => {
      const giveUp = (): void => reject(new StoreError('The store gave no answer in time.'))
      timer = clock.setTimeout(giveUp, timeoutMs)
    })
    try {
      return await Promise.race([operation(), late])
    } catch (cause) {
      if (cause instanceof StoreError) throw cause
      throw new StoreError('The store failed.', { cause })
    } finally {
      clock.clearTimeout(timer)
    }
  }

  // What is in memory answers at once.
  if (store.inMemory) return store
  return {
    inMemory: store.inMemory,
    read: (keys, now) => within(() => store.read(keys, now)),
    commit: (change, now) => within(() => store.commit(change, now)),
    claimDue: (now, limit, leaseMs) => within(() => store.claimDue(now, limit, leaseMs)),
    close: () => store.close(),
  }
}
