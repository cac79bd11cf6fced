import { afterEach, expect, test, vi } from 'vitest'
import { leftToTake, readStep } from './composition.ts'

const six = { length: 6 }

afterEach(() => vi.unstubAllGlobals())

const on = (userAgent: string) => vi.stubGlobal('navigator', { userAgent })

test('only draws the steps of a composition, and takes all of it at its end (CODE-28)', () => {
  on('Mozilla/5.0 (X11; Linux x86_64)')
  expect(readStep('4', six)).toBe('draft')
  expect(readStep('482913', six)).toBe('draft')
  expect(leftToTake('482913', six)).toBe('482913')
})

test('counts each step on Android, and a whole code as one that arrived at once (CODE-28)', () => {
  on('Mozilla/5.0 (Linux; Android 16)')
  expect(readStep('4', six)).toBe('edit')
  expect(readStep('482 913', six)).toBe('whole')
  expect(readStep('4829134', six)).toBe('edit')
})

test('has nothing left to take on Android, but text that never counted (CODE-28)', () => {
  on('Mozilla/5.0 (Linux; Android 16)')
  expect(leftToTake('482', six)).toBe('')
  expect(leftToTake('ok', six)).toBe('ok')
})

test('counts at the end in a browser that does not say what it is (CODE-28)', () => {
  vi.stubGlobal('navigator', undefined)
  expect(readStep('4', six)).toBe('draft')
})
