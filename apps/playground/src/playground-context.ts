import type { Observable } from '@phoneproof/simulator'
import { createContext, useContext } from 'react'
import type { Backend } from './backend/backend.ts'
import type { TracedRequest } from './backend/traffic.ts'
import type { Demo } from './demo/demo.ts'
import type { Drawers } from './drawer/drawers.ts'
import type { Session, Sessions } from './embed/sessions.ts'
import type { Recorder } from './inspector/recorder.ts'
import { useObservable, type ObservableValue } from './observable-value.ts'
import type { MovableClock, Playback, PlaybackSnapshot } from './playback.ts'
import type { SettingsStore } from './settings/settings-store.ts'
import type { Settings } from './settings/settings.ts'
import type { LocaleMessages } from './settings/locale-messages.ts'
import type { SimulatedService } from './simulated-service.ts'
import type { TabStorage } from './tab-storage.ts'
import type { Way } from './transport/start-transport.ts'

/** One world for the whole page: what the kit talks to, and what moves its time. */
export interface Playground {
  clock: MovableClock
  simulator: SimulatedService
  backend: Backend
  /** Under `dev:server`, where the page sets nothing that a backend decides. */
  isBackendInNode: boolean
  /** Every request: of the page, and of its backend where there is one. */
  traffic: Observable<readonly TracedRequest[]>
  playback: Playback
  demo: Demo
  settings: SettingsStore
  /** The messages of the kit in the chosen language. */
  localeMessages: Observable<LocaleMessages | undefined>
  sessions: Sessions
  /** What there is to say about the last change. Empty when there is nothing. */
  notice: ObservableValue<string>
  drawers: Drawers
  storage: TabStorage
  /** What the kit did, for the inspector. */
  recorder: Recorder
  /** How requests reach the simulation; undefined until that is known. */
  transport: Observable<Way | undefined>
}

export const PlaygroundContext = createContext<Playground | undefined>(undefined)

export function usePlayground(): Playground {
  const playground = useContext(PlaygroundContext)
  if (!playground) throw new Error('usePlayground() needs <PlaygroundContext> above it.')
  return playground
}

export const usePlayback = (): PlaybackSnapshot => useObservable(usePlayground().playback)
export const useSettings = (): Settings => useObservable(usePlayground().settings)
export const useSession = (): Session => useObservable(usePlayground().sessions)

/** Undefined until those of a link are loaded. */
export const useLocaleMessages = (): LocaleMessages | undefined =>
  useObservable(usePlayground().localeMessages)

/** How requests reach the simulation; undefined until that is known. */
export const useTransport = (): Way | undefined => useObservable(usePlayground().transport)
