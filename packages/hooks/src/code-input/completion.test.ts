import { expect, test } from 'vitest'
import { isRecent, noCompletion, takeReport, type Completion } from './completion.ts'
import type { CodeInputDetails } from './editor-options.ts'

const typed: CodeInputDetails = { reason: 'input-change', event: undefined }

const completed = (at: number): Completion => ({ code: '482913', at, details: typed })

test('reports a completion once, when the parent has committed its code (CODE-16)', () => {
  const completion = completed(1000)
  expect(takeReport(completion, '48291')).toBeUndefined()
  expect(takeReport(completion, '482913')).toBe(typed)
  expect(takeReport(completion, '482913')).toBeUndefined()
})

test('reports nothing before a code was whole (CODE-16)', () => {
  expect(takeReport(noCompletion(), '')).toBeUndefined()
  expect(takeReport(noCompletion(), '482913')).toBeUndefined()
})

test('takes an equal code within half a second for the same one (CODE-14)', () => {
  expect(isRecent(completed(1000), 1499, '482913')).toBe(true)
  expect(isRecent(completed(1000), 1500, '482913')).toBe(false)
  expect(isRecent(completed(1000), 1499, '771204')).toBe(false)
})

test('takes any code that was completed half a second ago for one that is being sent (CODE-17)', () => {
  expect(isRecent(completed(1000), 1499)).toBe(true)
  expect(isRecent(completed(1000), 1500)).toBe(false)
})

test('takes nothing for recent from the start of the page on (CODE-14)', () => {
  expect(isRecent(noCompletion(), 0)).toBe(false)
  expect(isRecent(noCompletion(), 0, '482913')).toBe(false)
})
