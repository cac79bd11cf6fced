import { expect, test } from 'vitest'
import { deliveriesOf, textMagic, workflowIdsOf } from './index.ts'

const inWords = (id: number): string =>
  deliveriesOf(textMagic, id)
    .map(({ atMs, channel }) => `${atMs / 1000} ${channel}`)
    .join(', ')

// The table of verify-api.md 7.
test.each([
  [1, '0 sms, 60 voice, 120 voice'],
  [2, '0 sms, 60 sms, 120 voice'],
  [3, '0 voice, 60 voice'],
  [4, '0 sms, 60 sms'],
  [5, '0 sms, 60 voice'],
  [6, '0 sms'],
  [7, '0 voice'],
] as const)('workflow %i of TextMagic delivers at %s', (id, schedule) => {
  expect(inWords(id)).toBe(schedule)
})

test('TextMagic has seven workflows, two code lengths and 24 languages', () => {
  expect(workflowIdsOf(textMagic)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(textMagic.codeLengths).toEqual([4, 6])
  expect(new Set(textMagic.languages).size).toBe(24)
})

test('a code of TextMagic is valid for five minutes, and can be cancelled from 30 seconds on', () => {
  expect(textMagic.codeValidForMs).toBe(300_000)
  expect(textMagic.cancelAllowedAfterMs).toBe(30_000)
})
