import { afterEach, expect, test, vi } from 'vitest'
import { countsSteps, leftToTake } from './composition.ts'

const six = { length: 6 }

afterEach(() => vi.unstubAllGlobals())

const on = (userAgent: string) => vi.stubGlobal('navigator', { userAgent })

test('takes all of a composition at its end (CODE-28)', () => {
  on('Mozilla/5.0 (X11; Linux x86_64)')
  expect(countsSteps()).toBe(false)
  expect(leftToTake('482913', six)).toBe('482913')
})

test('has nothing left to take on Android, where each step counted, but text that does not belong (CODE-28)', () => {
  on('Mozilla/5.0 (Linux; Android 16)')
  expect(countsSteps()).toBe(true)
  expect(leftToTake('482', six)).toBe('')
  expect(leftToTake('ok', six)).toBe('ok')
})

test('counts at the end in a browser that does not say what it is (CODE-28)', () => {
  vi.stubGlobal('navigator', undefined)
  expect(countsSteps()).toBe(false)
})
