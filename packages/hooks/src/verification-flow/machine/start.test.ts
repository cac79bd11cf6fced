import { describe, expect, it } from 'vitest'
import {
  T0,
  phone,
  other,
  verification,
  play,
  submit,
  sent,
  okTo,
  ok,
  conflictTo,
  entering,
  failed,
  tick,
  change,
  cancelled,
  cancelSent,
  again,
  submitOther,
  resubmit,
} from '../../../../../test/support/flow-play.ts'
import type { UndatedAction } from './flow-action.ts'
import { initialState, isStartInFlight } from './flow-state.ts'
import { nextWakeUp } from './next-wake-up.ts'

describe('starting', () => {
  it('goes from a number to the code step when the service accepts it', () => {
    expect(play(initialState(), [0, submit]).step.name).toBe('starting')
    expect(entering.step).toEqual({ name: 'entering', verification: verification() })
    expect(entering.notice).toEqual({ kind: 'codeSent' })
    expect(entering.codesSent).toBe(1)
  })

  it('refuses a number that is not E.164 without asking the service', () => {
    const state = play(initialState(), [0, { type: 'SUBMIT_PHONE', phone: '0740', startId: 'a' }])
    expect(state.step.name).toBe('phone')
    expect(state.error).toEqual({ kind: 'invalidPhone' })
  })

  it('says that nothing was sent when the device is offline (E-15)', () => {
    const state = play(initialState(), [0, { type: 'OFFLINE' }], [0, submit])
    expect(state.step.name).toBe('phone')
    expect(state.error?.kind).toBe('offline')
    expect(state.phone).toBe(phone)
  })

  it('ignores a second press while the first is on its way, by identity (E-17)', () => {
    const starting = play(initialState(), [0, submit], [0, sent])
    expect(play(starting, [1, { ...submit, startId: 'a2' }])).toBe(starting)
  })

  it('becomes uncertain after 15 s without an answer, and adopts the answer when it comes late (E-2)', () => {
    const uncertain = play(initialState(), [0, submit], [0, sent], [15, { type: 'CLOCK' }])
    expect(uncertain.step.name).toBe('startUncertain')
    expect(play(uncertain, [40, ok]).step.name).toBe('entering')
  })

  it('never loses the id of a start whose answer comes after the person left (E-2)', () => {
    const left = play(
      initialState(),
      [0, submit],
      [0, sent],
      [2, { type: 'CHANGE_NUMBER' }],
      [3, ok],
    )
    expect(left.step.name).toBe('phone')
    expect(left.cancelQueue.map((entry) => entry.verification.verifyId)).toEqual(['v1'])
  })

  it('shows who has the number when the service says 409, with an end that repeats do not move (E-3)', () => {
    const blocked = play(initialState(), [0, submit], [0, sent], [0, conflictTo(1)])
    expect(blocked.step).toMatchObject({
      name: 'blocked',
      until: T0 + 300_000,
      retryAt: T0 + 30_000,
    })
    const early = play(blocked, [29, { type: 'RETRY', startId: 'again' }])
    expect(early).toBe(blocked)
    const again = play(
      blocked,
      [30, { type: 'RETRY', startId: 'again' }],
      [30, sent],
      [31, conflictTo(2)],
    )
    expect(again.step).toMatchObject({ name: 'blocked', until: T0 + 300_000, retryAt: T0 + 61_000 })
  })

  it('gives a new end once the known one has passed: the number is somebody else’s by then', () => {
    const blocked = play(initialState(), [0, submit], [0, sent], [0, conflictTo(1)])
    const again = play(
      blocked,
      [400, { type: 'RETRY', startId: 'again' }],
      [400, sent],
      [400, conflictTo(2)],
    )
    expect(again.step).toMatchObject({
      name: 'blocked',
      until: T0 + 700_000,
      retryAt: T0 + 430_000,
    })
  })

  it('lets only the request that is waited for decide: an older one of the same press moves nothing (E-2)', () => {
    const retried = play(
      initialState(),
      [0, submit],
      [0, sent],
      [15, tick],
      [20, { type: 'RETRY', startId: 'again' }],
      [20, sent],
    )
    for (const late of [
      failed(1, 'rateLimited', { retryAt: T0 + 90_000 }),
      failed(1, 'unavailable'),
      conflictTo(1),
    ]) {
      const still = play(retried, [21, late])
      expect(still.step).toBe(retried.step)
      expect(still.error).toBe(undefined)
      expect(play(still, [22, okTo(2)]).step.name).toBe('entering')
    }
  })

  it('knows that the repeat is on its way when the first request is answered after all', () => {
    const answered = play(
      initialState(),
      [0, submit],
      [0, sent],
      [15, tick],
      [20, { type: 'RETRY', startId: 'again' }],
      [20, sent],
      [21, okTo(1)],
      [22, change],
      [23, submitOther],
    )
    expect(isStartInFlight(answered, T0 + 23_000)).toBe(true)
    // A late second code of the first number is not lost: it is cancelled as soon as allowed.
    const both = play(answered, [24, okTo(2, { verifyId: 'v2' })])
    expect(both.cancelQueue.map(({ verification: { verifyId } }) => verifyId)).toEqual(['v1', 'v2'])
  })

  it('takes a certain refusal that comes late for what it is, when nothing else was sent', () => {
    const uncertain = play(initialState(), [0, submit], [0, sent], [15, tick])
    expect(play(uncertain, [40, failed(1, 'rateLimited', { retryAt: T0 + 60_000 })])).toMatchObject(
      {
        step: { name: 'phone' },
        error: { kind: 'rateLimited' },
        notBefore: { start: T0 + 60_000 },
      },
    )
    expect(play(uncertain, [40, conflictTo(1)]).step).toMatchObject({
      name: 'blocked',
      start: { uncertain: false },
    })
  })

  it('stays in doubt when a repeat meets a 409 in the very millisecond of the first request', () => {
    const blocked = play(
      initialState(),
      [0, submit],
      [0, sent],
      [0, failed(1, 'uncertain')],
      [0, { type: 'RETRY', startId: 'again' }],
      [0, sent],
      [0, conflictTo(2)],
    )
    expect(blocked.step).toMatchObject({ name: 'blocked', start: { uncertain: true } })
  })

  it('stays in doubt when a repeat is refused for now, and leaves it for a number that is refused', () => {
    const retried = play(
      initialState(),
      [0, submit],
      [0, sent],
      [3, failed(1, 'uncertain')],
      [5, { type: 'RETRY', startId: 'again' }],
      [5, sent],
    )
    const busy = play(retried, [6, failed(2, 'rateLimited', { retryAt: T0 + 20_000 })])
    expect(busy).toMatchObject({
      step: { name: 'startUncertain', start: { acceptedBefore: T0 + 3_000 } },
      error: { kind: 'rateLimited' },
      notBefore: { start: T0 + 20_000 },
    })
    expect(play(busy, [19, { type: 'RETRY', startId: 'again' }])).toBe(busy)
    expect(play(retried, [6, failed(2, 'invalidPhone')])).toMatchObject({
      step: { name: 'phone' },
      error: { kind: 'invalidPhone' },
    })
  })

  it('uses an idempotency key again only while it means the same request (E-2)', () => {
    const keyAfter = (...actions: [number, UndatedAction][]) => {
      const { step } = play(initialState(), [0, submit], [0, sent], ...actions)
      if (!('start' in step)) return []
      const { startId, keysUsed = 0, firstSentAt } = step.start
      return [startId, keysUsed, firstSentAt]
    }
    const retry: UndatedAction = { type: 'RETRY', startId: 'again' }
    expect(keyAfter([15, tick], [20, retry], [20, sent])).toEqual(['a1', 0, T0])
    expect(keyAfter([15, tick], [300, retry], [300, sent])).toEqual(['a1', 1, T0 + 300_000])
    expect(keyAfter([1, conflictTo(1)], [31, retry], [31, sent])).toEqual(['again', 0, T0 + 31_000])
  })

  it('blocks no longer than the first request can have been accepted (E-2)', () => {
    const ended = play(initialState(), [0, submit], [0, sent], [3, failed(1, 'uncertain')])
    const conflict = play(
      ended,
      [40, { type: 'RETRY', startId: 'again' }],
      [40, sent],
      [41, conflictTo(2)],
    )
    expect(conflict.step).toMatchObject({ name: 'blocked', until: T0 + 303_000 })
  })

  it('says so when a press had to wait for too long and nothing was sent', () => {
    const waiting = play(
      initialState(),
      [0, submit],
      [0, sent],
      [1, change],
      [1, submitOther],
      [16, tick],
    )
    expect(waiting.step.name).toBe('starting')
    expect(play(waiting, [16.001, tick])).toMatchObject({
      step: { name: 'phone' },
      phone: other,
      error: { kind: 'notSent' },
    })
  })

  it('repeats a 409 of a number that was cancelled or has ended a moment ago, however it was left', () => {
    const freed = [
      play(entering, [30, { type: 'CANCEL' }], [30, cancelSent], [31, cancelled]),
      play(entering, [5, change], [30, cancelSent], [31, cancelled]),
    ]
    for (const state of freed) {
      const conflict = play(state, [32, resubmit], [32, sent], [32, conflictTo(2)])
      expect(conflict.step).toMatchObject({ name: 'starting', request: { sendAt: T0 + 34_000 } })
      expect(play(state, [42, resubmit], [42, sent], [42, conflictTo(2)]).step.name).toBe('blocked')
    }
    const over = play(entering, [300, tick], [301, change], [302, resubmit], [302, sent])
    expect(play(over, [302, conflictTo(2)]).step).toMatchObject({ name: 'starting' })
  })

  it('sends no repeat later than 15 s after the first 409 (E-7)', () => {
    const slow = play(
      entering,
      [30, again],
      [30, cancelSent],
      [31, cancelled],
      [31, sent],
      [40, conflictTo(2)],
    )
    expect(slow.step).toMatchObject({ name: 'starting', request: { sendAt: T0 + 42_000 } })
    const slower = play(slow, [42, sent], [54, conflictTo(3)], [54, sent])
    expect(slower.step).toMatchObject({ name: 'starting', conflictAt: T0 + 40_000 })
    expect(play(slower, [56, conflictTo(4)]).step.name).toBe('blocked')
    // Where it cannot be sent at all, its end is waited for; a device may have slept over it, too.
    expect(nextWakeUp(slow, T0 + 43_000, 'hidden')).toBe(T0 + 55_001)
    expect(play(slow, [56, tick])).toMatchObject({ error: { kind: 'oldCodeStopped' } })
  })

  it('repeats a 409 within 10 s of an end after 1, 2 and 4 s, and later not (E-11)', () => {
    const newCode: UndatedAction = { type: 'NEW_CODE', startId: 'a2' }
    const expired = play(entering, [300, { type: 'CLOCK' }])
    const first = play(expired, [301, newCode], [301, sent], [301, conflictTo(2)])
    expect(first.step).toMatchObject({ name: 'starting', request: { sendAt: T0 + 302_000 } })
    const second = play(first, [302, sent], [302, conflictTo(3)])
    expect(second.step).toMatchObject({ name: 'starting', request: { sendAt: T0 + 304_000 } })
    const third = play(second, [304, sent], [304, conflictTo(4)])
    expect(third.step).toMatchObject({ name: 'starting', request: { sendAt: T0 + 308_000 } })
    expect(play(third, [308, sent], [308, conflictTo(5)]).step.name).toBe('blocked')

    const late = play(expired, [310, newCode], [310, sent], [310, conflictTo(2)])
    expect(late.step.name).toBe('blocked')
  })

  it('repeats a 409 right after a cancel three times before believing it (E-7)', () => {
    const restarting = play(
      entering,
      [30, { type: 'NEW_CODE', startId: 'a2' }],
      [30, { type: 'CANCEL_OK', verifyId: 'v1' }],
      [30, sent],
      [30, conflictTo(2)],
    )
    expect(restarting.step).toMatchObject({ name: 'starting', request: { sendAt: T0 + 32_000 } })
    const second = play(restarting, [32, sent], [32, conflictTo(3)])
    expect(second.step).toMatchObject({ name: 'starting', request: { sendAt: T0 + 36_000 } })
    const third = play(second, [36, sent], [36, conflictTo(4)])
    expect(third.step).toMatchObject({ name: 'starting', request: { sendAt: T0 + 44_000 } })
    const given = play(third, [44, sent], [44, conflictTo(5)])
    // Whoever has the number had it when the first 409 came.
    expect(given.step).toMatchObject({ name: 'blocked', until: T0 + 330_000 })
  })
})
