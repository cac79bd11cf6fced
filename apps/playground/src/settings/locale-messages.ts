import type { Messages } from '@phoneproof/react'
import type { Observable } from '@phoneproof/simulator'
import { createObservableValue, type ObservableValue } from '../observable-value.ts'
import { loadMessages, type Locale } from './locales.ts'
import type { SettingsStore } from './settings-store.ts'

/** A language and its messages, which belong together. */
export interface LocaleMessages {
  readonly locale: Locale
  /** Undefined for English. */
  readonly messages: Messages | undefined
}

/** The messages of the chosen language. Until they are loaded, those of the one before. */
export function createLocaleMessages(
  settings: Pick<SettingsStore, 'getSnapshot' | 'subscribe'>,
  notice: Pick<ObservableValue<string>, 'set'>,
  load: typeof loadMessages = loadMessages,
): Observable<LocaleMessages | undefined> {
  const { getSnapshot, subscribe, set } = createObservableValue<LocaleMessages | undefined>(
    undefined,
  )

  async function follow(): Promise<void> {
    const { locale } = settings.getSnapshot()
    if (locale === 'en') return set({ locale, messages: undefined })
    try {
      const messages = await load(locale)
      if (settings.getSnapshot().locale === locale) set({ locale, messages })
    } catch {
      if (settings.getSnapshot().locale !== locale) return
      set({ locale, messages: undefined })
      notice.set('The messages of this language could not be loaded. They are in English.')
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
