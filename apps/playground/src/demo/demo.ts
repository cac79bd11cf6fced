import type { Clock } from '@phoneproof/client'
import type { Observable } from '@phoneproof/simulator'
import type { Sessions } from '../embed/sessions.ts'
import { createObservableValue, type ObservableValue } from '../observable-value.ts'
import type { Playback } from '../playback.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import type { SimulatedService } from '../simulated-service.ts'
import { createActor, type Place } from './actor.ts'
import { demoNames, scripts, type DemoName } from './scripts.ts'

export interface DemoSnapshot {
  readonly name: DemoName
  /** `over` when it came to its end, `stopped` when somebody or something kept it from that. */
  readonly state: 'playing' | 'stopped' | 'over'
  readonly caption: string
  readonly pointer: Place
}

/** Plays a scenario by itself, with what a person would use. */
export interface Demo extends Observable<DemoSnapshot | undefined> {
  play: (name: DemoName) => void
  /** The page stays as it is. */
  stop: () => void
  /** Takes its captions off the page. */
  close: () => void
}

interface DemoOptions {
  clock: Clock
  playback: Playback
  simulator: SimulatedService
  sessions: Sessions
  settings: SettingsStore
}

export function createDemo({ settings, sessions, ...world }: DemoOptions): Demo {
  const { getSnapshot, subscribe, set } = createObservableValue<DemoSnapshot | undefined>(undefined)
  let running = new AbortController()

  function show(change: Partial<DemoSnapshot>): void {
    const before = getSnapshot()
    if (before) set({ ...before, ...change })
  }

  function stop(): void {
    if (getSnapshot()?.state !== 'playing') return
    running.abort()
    show({ state: 'stopped', caption: 'Stopped. Go on from here yourself.' })
  }

  async function perform(name: DemoName): Promise<void> {
    const { signal } = running
    const actor = createActor({ ...world, signal, onMove: (pointer) => show({ pointer }) })
    const say = (caption: string): void => show({ caption })
    try {
      await scripts[name].play({ ...world, ...actor, say })
      show({ state: 'over' })
    } catch (error) {
      // Of a demo that was stopped, the captions are those of the next, or none.
      if (!signal.aborted) show({ state: 'stopped', caption: messageOf(error) })
    }
  }

  function play(name: DemoName): void {
    running.abort()
    running = new AbortController()
    // The scripts are written in English, for the page that is open at once.
    const { scenario } = scripts[name]
    settings.change({ page: 'sign-up', locale: 'en', scenario, isOffline: false, isPaused: false })
    sessions.restart()
    const pointer = { x: window.innerWidth / 2, y: window.innerHeight / 2 }
    set({ name, state: 'playing', caption: '', pointer })
    void perform(name)
  }

  return {
    getSnapshot,
    subscribe,
    play,
    stop,
    close() {
      stop()
      set(undefined)
    },
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : 'The demo could not go on.'

/** What is asked for by a link, `?play=happy-path`, once: a reload goes on with what there is. */
export function playFromLink(
  demo: Demo,
  notice: ObservableValue<string>,
  isBackendInNode: boolean,
): void {
  const { location, history } = window
  const params = new URLSearchParams(location.search)
  const wanted = params.get('play')
  if (wanted === null) return
  params.delete('play')
  const query = params.size === 0 ? '' : `?${params.toString()}`
  history.replaceState(history.state, '', location.pathname + query + location.hash)
  const name = demoNames.find((each) => each === wanted)
  if (name === undefined) {
    notice.set(`There is no demo “${wanted}”. There are: ${demoNames.join(', ')}.`)
  } else if (isBackendInNode) {
    notice.set('With a backend in Node, a link plays nothing. Press Play the demo.')
  } else {
    // A request takes a person's gesture. Opening the link is enough of one here, where nothing but
    // the simulation in this page gets to know of it, and never with a backend in Node.
    demo.play(name)
  }
}
