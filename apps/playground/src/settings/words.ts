import type { Messages } from '@phoneproof/react'
import type { Observable } from '@phoneproof/simulator'
import { createObservableValue, type ObservableValue } from '../observable-value.ts'
import { loadWords, type Locale } from './locales.ts'
import type { SettingsStore } from './settings-store.ts'

/** A language and what it says, which belong together. */
export interface Words {
  readonly locale: Locale
  /** Undefined for English. */
  readonly messages: Messages | undefined
}

/** The words of the chosen language; the ones before them until they are loaded. */
export function createWords(
  settings: Pick<SettingsStore, 'getSnapshot' | 'subscribe'>,
  notice: Pick<ObservableValue<string>, 'set'>,
  load: typeof loadWords = loadWords,
): Observable<Words | undefined> {
  const { getSnapshot, subscribe, set } = createObservableValue<Words | undefined>(undefined)

  async function follow(): Promise<void> {
    const { locale } = settings.getSnapshot()
    if (locale === 'en') return set({ locale, messages: undefined })
    try {
      const messages = await load(locale)
      if (settings.getSnapshot().locale === locale) set({ locale, messages })
    } catch {
      if (settings.getSnapshot().locale !== locale) return
      set({ locale, messages: undefined })
      notice.set('The words of this language could not be loaded. Here they are in English.')
    }
  }

  let wanted = settings.getSnapshot().locale
  void follow()
  settings.subscribe(() => {
    const { locale } = settings.getSnapshot()
    if (locale !== wanted) void follow()
    wanted = locale
  })
  return { getSnapshot, subscribe }
}
