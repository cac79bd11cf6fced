/** A value that can be watched, in the shape `useSyncExternalStore` asks for. */
export interface Observable<T> {
  getSnapshot: () => T
  subscribe: (listener: () => void) => () => void
}

/** A list that can be watched. It is made when it is read, so that a change copies nothing. */
export interface ObservableList<T> extends Observable<readonly T[]> {
  /** Tells the listeners that the list has changed. */
  changed: () => void
}

export function createObservableList<T>(read: () => Iterable<T>): ObservableList<T> {
  let list: readonly T[] | undefined
  const listeners = new Set<() => void>()
  return {
    getSnapshot: () => (list ??= [...read()]),
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    changed() {
      list = undefined
      for (const listener of listeners) listener()
    },
  }
}
