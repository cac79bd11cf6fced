import { expect, test } from 'vitest'
import { cancelAllowedAfterMs, codeValidForMs, languages, workflowIds, workflows } from './index.ts'

const inWords = (id: (typeof workflowIds)[number]): string =>
  workflows[id].map(({ atMs, channel }) => `${atMs / 1000} ${channel}`).join(', ')

// The table of verify-api.md section 7.
test.each([
  [1, '0 sms, 60 voice, 120 voice'],
  [2, '0 sms, 60 sms, 120 voice'],
  [3, '0 voice, 60 voice'],
  [4, '0 sms, 60 sms'],
  [5, '0 sms, 60 voice'],
  [6, '0 sms'],
  [7, '0 voice'],
] as const)('workflow %i delivers at %s', (id, schedule) => {
  expect(inWords(id)).toBe(schedule)
})

test('knows the limits of the service', () => {
  expect(workflowIds).toHaveLength(7)
  expect(cancelAllowedAfterMs).toBe(30_000)
  expect(codeValidForMs).toBe(300_000)
  expect(new Set(languages).size).toBe(24)
})
