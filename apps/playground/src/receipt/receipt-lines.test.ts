import type { LoggedRequest } from '@phoneproof/simulator'
import { expect, test } from 'vitest'
import { receiptLines } from './receipt-lines.ts'

const startedAt = Date.UTC(2026, 10, 23, 9, 41, 2)
const start: LoggedRequest = {
  id: 1,
  method: 'POST',
  path: '/api/v2/verify',
  body: {},
  at: startedAt,
  answeredAt: startedAt,
  status: 200,
  answer: { verifyId: 'a', price: 0.05 },
}
const linesOf = (
  change: { delivered?: number; endedAt?: number; workflowId?: number } = {},
  requests = [start],
): string[] => {
  const verification = {
    verifyId: 'a',
    workflowId: 1,
    startedAt,
    endedAt: startedAt + 18_400,
    delivered: 1,
    ...change,
  }
  return receiptLines(verification, requests, 'UTC').map(({ what, value }) => `${what}: ${value}`)
}

test('says when the text went out, how long it took, which calls were not made, and the price', () => {
  expect(linesOf()).toEqual([
    'Text: 09:41:02',
    'Verified: after 0:18',
    'Not needed: 2 calls',
    'Price: 0.05, once',
  ])
})

test('has the calls that were made among what happened', () => {
  expect(linesOf({ delivered: 2, endedAt: startedAt + 75_000 })).toEqual([
    'Text: 09:41:02',
    'Call: 09:42:02',
    'Verified: after 1:15',
    'Not needed: 1 call',
    'Price: 0.05, once',
  ])
})

test('tells the texts of a workflow from its calls', () => {
  expect(linesOf({ workflowId: 2 })).toContain('Not needed: 1 text')
})

test('says nothing of a price that the service did not name', () => {
  const answer = { verifyId: 'another', price: 1 }
  expect(linesOf({}, [{ ...start, answer }]).some((line) => line.startsWith('Price'))).toBe(false)
})
