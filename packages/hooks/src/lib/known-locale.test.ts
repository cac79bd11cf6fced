import { expect, test, vi } from 'vitest'
import { knownLocale } from './known-locale.ts'

test.each([
  ['pt-BR', 'pt-BR'],
  ['de', 'de'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['sr-Latn-RS', 'sr-Latn-RS'],
  [undefined, undefined],
  [null, undefined],
])('takes the locale %s as it is', (given, tag) => {
  expect(knownLocale(given)).toBe(tag)
})

test.each([
  ['pt_BR', 'pt-BR'],
  ['en_US', 'en-US'],
  ['de_DE', 'de-DE'],
  ['zh_Hant_TW', 'zh-Hant-TW'],
  ['sr@latin', 'sr-Latn'],
  ['sr_RS@latin', 'sr-Latn-RS'],
  ['de_DE.UTF-8', 'de-DE'],
  ['de_DE.UTF-8@euro', 'de-DE'],
  [' fr_CA ', 'fr-CA'],
  ['en_US_1', 'en'],
  ['de-', 'de'],
  ['', undefined],
  [' ', undefined],
  ['C', undefined],
  ['en,de', 'en'],
  ['*', undefined],
  ['español (México)', undefined],
  ['日本語', undefined],
  ['null_undefined_123456789', undefined],
])('makes of the locale "%s" what Intl takes, and says so once', (given, tag) => {
  using warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  expect(knownLocale(given)).toBe(tag)
  expect(knownLocale(given)).toBe(tag)
  expect(warn).toHaveBeenCalledOnce()
  expect(warn.mock.lastCall?.[0]).toContain(`[phoneproof] The locale "${given}" is no BCP 47 tag.`)
  expect(() => new Intl.DisplayNames(tag, { type: 'region' })).not.toThrow()
})
