import type { Observable } from '@phoneproof/simulator'
import { useSyncExternalStore } from 'react'

export interface ObservableValue<T> extends Observable<T> {
  set: (next: T) => void
}

/** A value that can be watched. Setting what it already is tells nobody. */
export function createObservableValue<T>(initial: T): ObservableValue<T> {
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

/** What it is now, and a render whenever that changes. */
export const useObservable = <T>({ subscribe, getSnapshot }: Observable<T>): T =>
  useSyncExternalStore(subscribe, getSnapshot)
