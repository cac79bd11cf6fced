import { expect, test, vi } from 'vitest'
import { invariant, isDevelopment, warnOnce } from './developer-message.ts'

const message = { what: 'It broke.', why: 'Nothing works.', fix: 'Mend it.' }

test('throws what happened, why it matters and what to do', () => {
  expect(() => invariant(false, message)).toThrow('[phoneproof] It broke. Nothing works. Mend it.')
  expect(() => invariant(true, message)).not.toThrow()
})

test('warns once per text', () => {
  using warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  warnOnce(message)
  warnOnce(message)
  warnOnce({ ...message, what: 'It broke again.' })
  expect(warn).toHaveBeenCalledTimes(2)
})

test('is silent in production', () => {
  vi.stubEnv('NODE_ENV', 'production')
  expect(isDevelopment()).toBe(false)
  vi.unstubAllEnvs()
  expect(isDevelopment()).toBe(true)
})

test('speaks in a page, which has no process', () => {
  vi.stubGlobal('process', undefined)
  const spoke = isDevelopment()
  vi.unstubAllGlobals()
  expect(spoke).toBe(true)
})
