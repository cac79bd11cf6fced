import { expect, test } from 'vitest'
import { retryAtFrom } from './retry-after.ts'

const now = Date.UTC(2026, 10, 23, 9, 41)
const at = (retryAfter: string, date?: string): number | undefined =>
  retryAtFrom(new Headers({ 'retry-after': retryAfter, ...(date !== undefined && { date }) }), now)

test('reads seconds', () => {
  expect(at('5')).toBe(now + 5000)
  expect(at(' 0 ')).toBe(now)
})

test('reads a date', () => {
  expect(at('Mon, 23 Nov 2026 09:42:00 GMT')).toBe(now + 60_000)
  expect(at('Monday, 23-Nov-26 09:42:00 GMT')).toBe(now + 60_000)
  expect(at('Mon Nov 23 09:42:00 2026 GMT')).toBe(now + 60_000)
})

test('reads a date by the clock of the server, so that a wrong clock here does no harm', () => {
  const anHourAhead = 'Mon, 23 Nov 2026 10:41:00 GMT'
  expect(at('Mon, 23 Nov 2026 10:41:30 GMT', anHourAhead)).toBe(now + 30_000)
  expect(at('Mon, 23 Nov 2026 09:42:00 GMT', 'yesterday')).toBe(now + 60_000)
})

test('takes a date that has passed as now', () => {
  expect(at('Mon, 23 Nov 2026 09:00:00 GMT')).toBe(now)
})

test.each(['', 'soon', '-5', '1.5', '5 s', '9'.repeat(400), 'Someday, maybe'])(
  'knows nothing from "%s"',
  (value) => {
    expect(at(value)).toBeUndefined()
  },
)

test('says nothing without the header', () => {
  expect(retryAtFrom(new Headers(), now)).toBeUndefined()
})
