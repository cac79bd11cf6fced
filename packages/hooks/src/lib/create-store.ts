/** A value that can be watched. The shape `useSyncExternalStore` asks for. */
export interface Store<T> {
  getSnapshot(): T
  subscribe(listener: () => void): () => void
  /** Setting the same value (by identity) notifies nobody. */
  set(next: T): void
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
      for (const listener of listeners) listener()
    },
  }
}
