/** A value that can be watched, in the shape `useSyncExternalStore` asks for. */
export interface Observable<T> {
  getSnapshot: () => T
  subscribe: (listener: () => void) => () => void
}

/** A list that can be watched: made when somebody looks, so that a change costs no copy of it. */
export interface ObservableList<T> extends Observable<readonly T[]> {
  /** Says that it is no longer what it was. */
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
