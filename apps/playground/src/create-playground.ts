import { createTraffic } from './back-end/traffic.ts'
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

  function onBackEndFailed(): void {
    settings.change({ hasBackEnd: false })
    notice.set('The back end could not be loaded.')
  }
  const world = elsewhere ?? openPageWorld({ scenario, storage, baseUrl, onBackEndFailed })
  const { clock, simulator, backEnd, connection, transport } = world
  const playback = createPlayback(clock, { speed, isPaused })
  const sessions = createSessions({
    simulator,
    backEnd,
    canResume: () => settings.getSnapshot().hasBackEnd,
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
    backEnd,
    isBackEndInNode: elsewhere !== undefined,
    traffic: createTraffic(simulator.requests, backEnd.requests),
    playback,
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
