/** A value that can be watched, in the shape `useSyncExternalStore` asks for. */
export interface Observable<T> {
  getSnapshot: () => T
  subscribe: (listener: () => void) => () => void
}

export interface Writable<T> extends Observable<T> {
  update: (change: (value: T) => T) => void
}

export function createObservable<T>(initial: T): Writable<T> {
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
    update(change) {
      value = change(value)
      for (const listener of listeners) listener()
    },
  }
}
