import type { Messages } from '@phoneproof/react'
import { expect, test } from 'vitest'
import { createObservableValue } from '../observable-value.ts'
import { loadMessages, type Locale } from './locales.ts'
import { defaultSettings } from './settings.ts'
import { createLocaleMessages } from './locale-messages.ts'

/** Whoever waits for a load has heard of it. */
async function settled(): Promise<void> {
  await Promise.resolve()
  await Promise.resolve()
}

/** Settings whose locale is chosen by hand, and loads that are answered by hand. */
function setUp(locale: Locale) {
  const { getSnapshot, subscribe, set } = createObservableValue({ ...defaultSettings, locale })
  const notice = createObservableValue('')
  const loads = new Map<Locale, PromiseWithResolvers<Messages | undefined>>()
  const localeMessages = createLocaleMessages({ getSnapshot, subscribe }, notice, (each) => {
    const load = Promise.withResolvers<Messages | undefined>()
    loads.set(each, load)
    return load.promise
  })
  return {
    localeMessages,
    notice,
    choose: (next: Locale) => set({ ...getSnapshot(), locale: next }),
    answer: async (each: Locale) => {
      loads.get(each)?.resolve(await loadMessages(each))
      await settled()
    },
    refuse: async (each: Locale) => {
      loads.get(each)?.reject(new TypeError('Failed to fetch'))
      await settled()
    },
  }
}

test('has English at once', () => {
  expect(setUp('en').localeMessages.getSnapshot()).toEqual({ locale: 'en', messages: undefined })
})

test('has nothing until the messages of a link are there, and then both at once', async () => {
  const { localeMessages, answer } = setUp('de')
  expect(localeMessages.getSnapshot()).toBeUndefined()
  await answer('de')
  expect(localeMessages.getSnapshot()?.locale).toBe('de')
  expect(localeMessages.getSnapshot()?.messages?.verificationFlow.verify).toBe('Bestätigen')
})

test('keeps what it has until the next messages are there, and only the last that were chosen', async () => {
  const { localeMessages, choose, answer } = setUp('en')
  choose('de')
  choose('fr')
  expect(localeMessages.getSnapshot()?.locale).toBe('en')
  await answer('fr')
  await answer('de')
  expect(localeMessages.getSnapshot()?.locale).toBe('fr')
})

test('says so when messages cannot be loaded, and shows English', async () => {
  const { localeMessages, notice, refuse } = setUp('de')
  await refuse('de')
  expect(localeMessages.getSnapshot()).toEqual({ locale: 'de', messages: undefined })
  expect(notice.getSnapshot()).toMatch(/could not be loaded/)
})
