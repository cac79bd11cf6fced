import type { Observable } from '@phoneproof/simulator'
import { createObservableValue } from '../observable-value.ts'

export type DrawerName = 'Settings' | 'Source' | 'Inspector'

/** The edge each stands at. */
export const sides: Readonly<Record<DrawerName, 'start' | 'end'>> = {
  Settings: 'start',
  Source: 'end',
  Inspector: 'end',
}

/** Which drawers are open. */
export interface Drawers extends Observable<readonly DrawerName[]> {
  toggle: (name: DrawerName) => void
  close: (name: DrawerName) => void
}

/** One at an edge. `hasRoomForTwo` says whether the page stays in sight between two. */
export function createDrawers(hasRoomForTwo: () => boolean): Drawers {
  const { getSnapshot, subscribe, set } = createObservableValue<readonly DrawerName[]>([])
  const close = (name: DrawerName): void => set(getSnapshot().filter((each) => each !== name))
  return {
    getSnapshot,
    subscribe,
    close,
    toggle(name) {
      if (getSnapshot().includes(name)) return close(name)
      const others = getSnapshot().filter((each) => hasRoomForTwo() && sides[each] !== sides[name])
      set([...others, name])
    },
  }
}
