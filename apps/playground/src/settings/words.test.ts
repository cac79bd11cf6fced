import type { Messages } from '@phoneproof/react'
import { expect, test } from 'vitest'
import { createObservableValue } from '../observable-value.ts'
import { loadWords, type Locale } from './locales.ts'
import { defaultSettings } from './settings.ts'
import { createWords } from './words.ts'

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
  const words = createWords({ getSnapshot, subscribe }, notice, (each) => {
    const load = Promise.withResolvers<Messages | undefined>()
    loads.set(each, load)
    return load.promise
  })
  return {
    words,
    notice,
    choose: (next: Locale) => set({ ...getSnapshot(), locale: next }),
    answer: async (each: Locale) => {
      loads.get(each)?.resolve(await loadWords(each))
      await settled()
    },
    refuse: async (each: Locale) => {
      loads.get(each)?.reject(new TypeError('Failed to fetch'))
      await settled()
    },
  }
}

test('has English at once', () => {
  expect(setUp('en').words.getSnapshot()).toEqual({ locale: 'en', messages: undefined })
})

test('has nothing until the words of a link are there, and then both at once', async () => {
  const { words, answer } = setUp('de')
  expect(words.getSnapshot()).toBeUndefined()
  await answer('de')
  expect(words.getSnapshot()?.locale).toBe('de')
  expect(words.getSnapshot()?.messages?.verificationFlow.verify).toBe('Bestätigen')
})

test('keeps what it has until the next words are there, and only the last that were chosen', async () => {
  const { words, choose, answer } = setUp('en')
  choose('de')
  choose('fr')
  expect(words.getSnapshot()?.locale).toBe('en')
  await answer('fr')
  await answer('de')
  expect(words.getSnapshot()?.locale).toBe('fr')
})

test('says so when words cannot be loaded, and shows English', async () => {
  const { words, notice, refuse } = setUp('de')
  await refuse('de')
  expect(words.getSnapshot()).toEqual({ locale: 'de', messages: undefined })
  expect(notice.getSnapshot()).toMatch(/could not be loaded/)
})
