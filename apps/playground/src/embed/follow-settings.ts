import type { Behaviour } from '@phoneproof/simulator'
import type { Backend } from '../backend/backend.ts'
import type { ObservableValue } from '../observable-value.ts'
import type { Playback } from '../playback.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import { changedForStart, subjectOf, type Settings } from '../settings/settings.ts'
import type { SimulatedService } from '../simulated-service.ts'
import type { TabStorage } from '../tab-storage.ts'
import type { Connection } from './connection.ts'
import { scenarioNotice } from './scenario-notice.ts'
import type { Sessions } from './sessions.ts'

interface World {
  simulator: SimulatedService
  /** The departures the simulator was made with. It reads them at each request. */
  behaviour: Partial<Behaviour>
  connection: Connection
  backend: Pick<Backend, 'follow'>
  playback: Playback
  sessions: Sessions
  /** What there is to say about the last change. */
  notice: ObservableValue<string>
  storage: TabStorage
}

/** What the session in this tab is about. */
const subjectKey = 'playground-subject'

/** Makes the world as the settings say, now and whenever they change. */
export function followSettings(store: SettingsStore, world: World): void {
  const { simulator, connection, backend, playback, sessions, notice, storage } = world
  let before = store.getSnapshot()

  function apply(settings: Settings): void {
    if (simulator.scenario !== settings.scenario) simulator.setScenario(settings.scenario)
    if (settings.latencyMs > 0) world.behaviour.latencyMs = settings.latencyMs
    else delete world.behaviour.latencyMs
    connection.setOffline(settings.isOffline)
    backend.follow(settings)
    playback.setPace(settings)
    document.documentElement.dataset['theme'] = settings.theme
    storage.setItem(subjectKey, subjectOf(settings))
  }

  // A link to something else, opened in a tab that was used: its code and its phone are not part of it.
  const lastSubject = storage.getItem(subjectKey) ?? subjectOf(before)
  if (lastSubject !== subjectOf(before)) sessions.restart()
  apply(before)

  store.subscribe(() => {
    const after = store.getSnapshot()
    const running = simulator.world.latest()
    const isUnderWay = running !== undefined || simulator.requests.getSnapshot().length > 0
    const changed = changedForStart(before, after)
    apply(after)
    if (before.page !== after.page) {
      sessions.restart()
      notice.set('')
    } else if (before.hasBackend !== after.hasBackend) {
      sessions.restart()
      notice.set(`Started again, ${after.hasBackend ? 'with' : 'without'} a backend.`)
    } else if (changed !== undefined && isUnderWay) {
      sessions.restart()
      notice.set(`Started again: a code that is under way keeps its ${changed}.`)
    } else if (before.scenario !== after.scenario) {
      notice.set(
        running?.state === 'pending' ? scenarioNotice(before.scenario, after.scenario) : '',
      )
    }
    before = after
  })
}
