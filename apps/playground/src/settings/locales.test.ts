import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { directionOfLocale, exportNameOf, loadMessages, locales } from './locales.ts'

const folder = new URL('../../../../packages/react/src/locales', import.meta.url)
const files = readdirSync(folder)
  .filter((file) => !file.includes('.test.'))
  .map((file) => file.replace('.ts', ''))

test('offers every language of the kit', () => {
  expect([...locales].sort()).toEqual(files.sort())
})

test.each(locales.filter((locale) => locale !== 'en'))('%s has messages', async (locale) => {
  expect((await loadMessages(locale))?.verificationFlow.sendCode).toMatch(/\S/)
})

test('names the messages as their module does', () => {
  expect(exportNameOf('de')).toBe('de')
  expect(exportNameOf('pt-br')).toBe('ptBr')
})

test('is written from left to right, but for two languages', () => {
  expect(['de', 'ar', 'he', 'zh-cn'].map(directionOfLocale)).toEqual(['ltr', 'rtl', 'rtl', 'ltr'])
})
