import type { Clock } from '@phoneproof/client'
import type { FlowEvent, FlowTransition } from '@phoneproof/react'
import type { Observable } from '@phoneproof/simulator'
import { createObservableValue } from '../observable-value.ts'
import type { Announcement } from './live-regions.ts'

/** Something with the simulated instant at which it happened, in milliseconds since the epoch. */
export type At<T> = T & { readonly at: number }

/** How a recording began. */
export type Beginning = 'load' | 'restart'

/** What the kit did since the page was loaded or started again, oldest first. */
export interface Recording {
  readonly since: At<{ by: Beginning }>
  /** The state of the flow now; undefined before there was one. */
  readonly state: FlowTransition['state'] | undefined
  /** Without those that only took a key into a field. */
  readonly transitions: readonly FlowTransition[]
  readonly events: readonly At<{ event: FlowEvent }>[]
  readonly announcements: readonly At<Announcement>[]
}

/** Listens from the start, so that the inspector knows what happened before it was opened. */
export interface Recorder extends Observable<Recording> {
  /** Forgets what happened before: the page was started again. */
  restart: () => void
  onTransition: (transition: FlowTransition) => void
  onEvent: (event: FlowEvent) => void
  onAnnouncement: (announcement: Announcement) => void
}

/** A demo may run all day. */
const mostKept = 500

export function createRecorder(clock: Pick<Clock, 'now'>): Recorder {
  const begin = (by: Beginning): Recording => ({
    since: { at: clock.now(), by },
    state: undefined,
    transitions: [],
    events: [],
    announcements: [],
  })
  const { getSnapshot, subscribe, set } = createObservableValue(begin('load'))
  const update = (changes: Partial<Recording>): void => set({ ...getSnapshot(), ...changes })

  return {
    getSnapshot,
    subscribe,
    restart: () => set(begin('restart')),
    onTransition(transition) {
      const { state } = transition
      const before = getSnapshot()
      const isWorthALine =
        state.step.name !== before.state?.step.name || !isQuiet.has(transition.action)
      const transitions = isWorthALine ? add(before.transitions, transition) : before.transitions
      update({ state, transitions })
    },
    onEvent(event) {
      update({ events: add(getSnapshot().events, { at: clock.now(), event }) })
    },
    onAnnouncement(announcement) {
      const { announcements } = getSnapshot()
      update({ announcements: add(announcements, { at: clock.now(), ...announcement }) })
    },
  }
}

/** Not worth a line unless the step changed with it. In StrictMode a flow mounts twice. */
const isQuiet: ReadonlySet<FlowTransition['action']> = new Set([
  'CODE_CHANGED',
  'PHONE_CHANGED',
  'MOUNT',
])

const add = <T>(list: readonly T[], item: T): readonly T[] => [...list, item].slice(-mostKept)
