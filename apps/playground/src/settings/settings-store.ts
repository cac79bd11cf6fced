import type { Observable } from '@phoneproof/simulator'
import { createObservableValue } from '../observable-value.ts'
import { parseSettings, writeSettings, type Settings } from './settings.ts'

/** The settings of this page. They live in its address, so that a link is all there is to share. */
export interface SettingsStore extends Observable<Settings> {
  change: (changes: Partial<Settings>) => void
  /** The address of this page with other settings. */
  hrefWith: (changes: Partial<Settings>) => string
}

export function createSettingsStore(): SettingsStore {
  const { location, history } = window
  const { getSnapshot, subscribe, set } = createObservableValue(parseSettings(location.search))

  function hrefWith(changes: Partial<Settings>): string {
    const before = getSnapshot()
    const after = { ...before, ...changes }
    // A place on a page is none on another.
    const hash = after.page === before.page ? location.hash : ''
    return location.pathname + writeSettings(after, location.search) + hash
  }

  function change(changes: Partial<Settings>): void {
    // One goes back to pages, not to settings.
    const isPlace = changes.page !== undefined && changes.page !== getSnapshot().page
    const href = hrefWith(changes)
    if (isPlace) history.pushState(null, '', href)
    else history.replaceState(null, '', href)
    set({ ...getSnapshot(), ...changes })
  }

  window.addEventListener('popstate', () => {
    const { page } = parseSettings(location.search)
    const { hash } = location
    // Back goes to a page, and keeps the settings as they are now.
    const next = { ...getSnapshot(), page }
    history.replaceState(
      history.state,
      '',
      location.pathname + writeSettings(next, location.search) + hash,
    )
    set(next)
  })

  return { getSnapshot, subscribe, change, hrefWith }
}
