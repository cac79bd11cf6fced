import { textMagic, workflowIdsOf } from '@phoneproof/client'
import { expect, it } from 'vitest'
import { marksOf } from './marks.ts'

const names = (workflowId: number): string =>
  marksOf({ workflowId, startedAt: 0, endedAt: undefined })
    .map(({ at, label, name }) => `${at / 1000} ${label}: ${name}`)
    .join(', ')

it('has the deliveries of the workflow, the end of the cooldown and the expiry, in order', () => {
  expect(names(1)).toBe(
    '0 Text: the text message, 30 Cancel: 30 seconds, 60 Call 1: the first call, ' +
      '120 Call 2: the second call, 300 Expires: the expiry',
  )
})

it('counts those of a channel only where there are two', () => {
  expect(names(2)).toContain('0 Text 1: the first text message')
  expect(names(2)).toContain('60 Text 2: the second text message, 120 Call: the call')
  expect(names(7)).toContain('0 Call: the call')
})

it('tells marks apart in every workflow', () => {
  for (const workflowId of workflowIdsOf(textMagic)) {
    const marks = marksOf({ workflowId, startedAt: 0, endedAt: undefined })
    expect(new Set(marks.map(({ key }) => key)).size).toBe(marks.length)
    expect(new Set(marks.map(({ label }) => label)).size).toBe(marks.length)
  }
})

it('skips what comes after the end', () => {
  const marks = marksOf({ workflowId: 1, startedAt: 0, endedAt: 60_000 })
  expect(marks.filter(({ isSkipped }) => isSkipped).map(({ label }) => label)).toEqual([
    'Call 2',
    'Expires',
  ])
})
