import { createTraffic } from './backend/traffic.ts'
import { createDemo } from './demo/demo.ts'
import { createDrawers } from './drawer/drawers.ts'
import { followSettings } from './embed/follow-settings.ts'
import { createSessions } from './embed/sessions.ts'
import { watchLiveRegions } from './inspector/live-regions.ts'
import { createRecorder } from './inspector/recorder.ts'
import { createObservableValue } from './observable-value.ts'
import { createPlayback } from './playback.ts'
import type { Playground } from './playground-context.ts'
import { createLocaleMessages } from './settings/locale-messages.ts'
import { createSettingsStore } from './settings/settings-store.ts'
import type { Settings } from './settings/settings.ts'
import { openTabStorage } from './tab-storage.ts'
import { openPageWorld, type World } from './world.ts'

/** Everything in this page, before a world elsewhere if there is one. What that decides is no setting. */
export function createPlayground(elsewhere?: World, decided?: Partial<Settings>): Playground {
  const settings = createSettingsStore()
  if (decided) settings.change(decided)
  const { scenario, speed, isPaused } = settings.getSnapshot()
  const storage = openTabStorage()
  const baseUrl = new URL('api/v2', document.baseURI).href
  const notice = createObservableValue('')

  function onBackendFailed(): void {
    settings.change({ hasBackend: false })
    notice.set('The backend could not be loaded.')
  }
  const world = elsewhere ?? openPageWorld({ scenario, storage, baseUrl, onBackendFailed })
  const { clock, simulator, backend, connection, transport } = world
  const playback = createPlayback(clock, { speed, isPaused })
  const sessions = createSessions({
    simulator,
    backend,
    canResume: () => settings.getSnapshot().hasBackend,
    clock,
    baseUrl,
    fetch: connection.fetch,
    storage,
  })
  const recorder = createRecorder(clock)
  sessions.subscribe(recorder.restart)
  watchLiveRegions(document.body, recorder.onAnnouncement)
  followSettings(settings, { ...world, playback, sessions, notice, storage })
  const localeMessages = createLocaleMessages(settings, notice)
  const wide = window.matchMedia('(width >= 1240px)')
  const drawers = createDrawers(() => wide.matches)
  return {
    clock,
    simulator,
    backend,
    isBackendInNode: elsewhere !== undefined,
    traffic: createTraffic(simulator.requests, backend.requests),
    playback,
    demo: createDemo({ clock, playback, simulator, sessions, settings }),
    settings,
    localeMessages,
    sessions,
    notice,
    drawers,
    storage,
    recorder,
    transport,
  }
}
