import { callOut } from './safely.ts'

/** A value that can be watched, in the shape that `useSyncExternalStore` takes. */
export interface Store<T> {
  readonly getSnapshot: () => T
  readonly subscribe: (listener: () => void) => () => void
  /** Setting the same value (by identity) notifies nobody. */
  readonly set: (next: T) => void
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    getSnapshot: () => value,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) callOut(listener)
    },
  }
}
