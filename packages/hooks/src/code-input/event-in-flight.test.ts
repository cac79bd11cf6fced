import { expect, test } from 'vitest'
import { mustWait, type EventInFlight } from './event-in-flight.ts'

test('a render waits while the event of an edit is on its way, and not after (CODE-16)', () => {
  const flight: EventInFlight = {}
  const target = new EventTarget()
  const waits: boolean[] = []
  target.addEventListener('input', (event) => {
    flight.event = event
    waits.push(mustWait(flight))
  })
  expect(mustWait(flight)).toBe(false)
  expect(flight.isAwaited).toBeFalsy()
  target.dispatchEvent(new Event('input'))
  expect(waits).toEqual([true])
  expect(flight.isAwaited).toBe(true)
  // Somebody stopped it before React heard of it: nothing waits for ever.
  expect(mustWait(flight)).toBe(false)
})
