import { describe, expect, it } from 'vitest'
import {
  T0,
  phone,
  other,
  verification,
  failure,
  play,
  submit,
  sent,
  okTo,
  entering,
  code,
  wrong,
  failed,
  uncancelled,
  tick,
  change,
  cancelled,
  cancelSent,
  submitOther,
  resubmit,
} from '../../../../../test/support/flow-play.ts'
import { resumable } from './cancel-queue.ts'
import { deadlinesOf } from './deadlines.ts'
import type { UndatedAction } from './flow-action.ts'
import { initialState } from './flow-state.ts'
import { waitsForCancel } from './start.ts'

describe('changing the number', () => {
  const changed = play(entering, [5, { type: 'CHANGE_NUMBER' }])

  it('takes what was said of a number back with the number, not with its country', () => {
    const refused = play(initialState(), [0, submit], [0, sent], [1, failed(1, 'invalidPhone')])
    const told = { phone, error: { kind: 'invalidPhone' } }
    const found: UndatedAction = { type: 'PHONE_CHANGED', phone }
    expect(play(refused, [2, found])).toMatchObject({ ...told })
    expect(play(refused, [2, { ...found, phone: other }]).error).toBe(undefined)
  })

  it('is possible at once, keeps the number, and cancels just before the call (E-4, A11Y-8)', () => {
    expect(changed).toMatchObject({ step: { name: 'phone' }, phone })
    expect(changed.cancelQueue[0]?.request.sendAt).toBe(T0 + 55_000)
  })

  it('goes back to the running code when the same number is submitted, without a request (E-4)', () => {
    const back = play(changed, [10, { ...submit, startId: 'a2' }])
    expect(back.step).toEqual({ name: 'entering', verification: verification() })
    expect(back.cancelQueue).toEqual([])
    expect(back.inFlight).toEqual([])
  })

  it('goes back to the first of two numbers left, too', () => {
    const back = play(
      changed,
      [6, { type: 'SUBMIT_PHONE', phone: other, startId: 'a2' }],
      [6, sent],
      [6, okTo(2, { verifyId: 'v2', phone: other })],
      [7, { type: 'CHANGE_NUMBER' }],
      [8, { ...submit, startId: 'a3' }],
    )
    expect(back.step).toEqual({ name: 'entering', verification: verification() })
  })

  it('cancels the old number as soon as allowed when another is submitted (E-4)', () => {
    const moved = play(changed, [10, { type: 'SUBMIT_PHONE', phone: other, startId: 'a2' }])
    expect(moved.step).toMatchObject({ name: 'starting', start: { phone: other } })
    expect(moved.cancelQueue[0]?.request.sendAt).toBe(T0 + 30_000)
  })

  it('counts from the earliest instant at which the service may have started, for the call', () => {
    const slow = verification({ latestStart: T0 + 12_000 })
    const left = play(
      initialState(),
      [0, submit],
      [0, sent],
      [12, { type: 'START_OK', token: 1, verification: slow }],
      [13, { type: 'CHANGE_NUMBER' }],
    )
    expect(left.cancelQueue[0]?.request.sendAt).toBe(T0 + 55_000)
    const slower = verification({ latestStart: T0 + 40_000 })
    const later = play(
      initialState(),
      [0, submit],
      [0, sent],
      [2, { type: 'CHANGE_NUMBER' }],
      [40, { type: 'START_OK', token: 1, verification: slower }],
    )
    expect(later.cancelQueue[0]?.request.sendAt).toBe(deadlinesOf(slower).cancelAt)
  })

  it('prevents the second call when the first has been (E-4)', () => {
    const late = play(entering, [70, { type: 'CHANGE_NUMBER' }])
    expect(late.cancelQueue[0]?.request.sendAt).toBe(T0 + 115_000)
  })

  const refusedCancel: UndatedAction = {
    type: 'CANCEL_FAILED',
    verifyId: 'v1',
    error: failure('notCancellable'),
  }
  const unansweredCancel: UndatedAction = {
    type: 'CANCEL_FAILED',
    verifyId: 'v1',
    error: failure('uncertain'),
  }

  it('still knows a number whose cancel was refused for good, and does not start it again', () => {
    const late = play(
      entering,
      [70, { type: 'CHANGE_NUMBER' }],
      [115, { type: 'CANCEL_SENT', verifyId: 'v1' }],
      [115, refusedCancel],
    )
    expect(late.notice).toEqual({ kind: 'mayStillCall', phone })
    expect(late.cancelQueue[0]?.request.sendAt).toBe(Number.POSITIVE_INFINITY)
    expect(play(late, [130, { ...submit, startId: 'a2' }]).step.name).toBe('entering')
    // Nor is the cancel repeated when the person moves on.
    const moved = play(late, [130, { type: 'SUBMIT_PHONE', phone: other, startId: 'a2' }])
    expect(moved.cancelQueue[0]?.request.sendAt).toBe(Number.POSITIVE_INFINITY)
    expect(play(moved, [301, { type: 'CLOCK' }]).cancelQueue).toEqual([])
  })

  it('goes back to the code when the same number waits for a cancel that fails or gets no answer', () => {
    const waiting = play(
      changed,
      [55, { type: 'CANCEL_SENT', verifyId: 'v1' }],
      [56, { ...submit, startId: 'a2' }],
    )
    expect(waiting.step.name).toBe('starting')
    expect(play(waiting, [57, unansweredCancel]).step.name).toBe('entering')
    expect(play(waiting, [57, refusedCancel]).step.name).toBe('entering')
    expect(play(waiting, [65, { type: 'CLOCK' }]).step.name).toBe('entering')
  })

  describe('when the answer to its cancel is lost', () => {
    const lost = play(changed, [55, cancelSent], [56, unansweredCancel])

    it('does not offer the old code any more (E-4)', () => {
      expect(resumable(changed.cancelQueue, T0 + 54_000)).toBeDefined()
      expect(resumable(lost.cancelQueue, T0 + 57_000)).toBe(undefined)
      expect(play(lost, [57, { type: 'RESUME_NUMBER' }])).toBe(lost)
    })

    it('cancels again when the same number is submitted, and starts then (E-4)', () => {
      const waiting = play(lost, [57, resubmit])
      expect(waiting.step.name).toBe('starting')
      expect(waitsForCancel(waiting)).toBe(true)
      expect(waiting.cancelQueue[0]?.request).toMatchObject({
        sendAt: T0 + 57_000,
        sentAt: undefined,
      })
      const done = play(waiting, [57, cancelSent], [58, cancelled])
      expect(waitsForCancel(done)).toBe(false)
      expect(done.step.name).toBe('starting')
    })

    it('shows the code as one that may still work when that fails too, so that nobody is stranded (E-4)', () => {
      const waiting = play(lost, [57, resubmit], [57, cancelSent])
      expect(play(waiting, [58, unansweredCancel])).toMatchObject({
        step: { name: 'entering' },
        notice: { kind: 'mayStillWork' },
      })
      expect(play(waiting, [67, tick])).toMatchObject({ notice: { kind: 'mayStillWork' } })
      // A refusal tells that it lives.
      expect(play(waiting, [58, refusedCancel])).toMatchObject({
        step: { name: 'entering' },
        notice: { kind: 'alreadySent' },
      })
    })
  })

  it('waits with the next cancel as long as a busy service asks to (E-12)', () => {
    const busy = play(
      changed,
      [55, cancelSent],
      [55, uncancelled('rateLimited', { retryAt: T0 + 75_000 })],
    )
    expect(busy.cancelQueue[0]?.request.sendAt).toBe(T0 + 75_000)
    const without = play(changed, [55, cancelSent], [55, uncancelled('rateLimited')])
    expect(without.cancelQueue[0]?.request.sendAt).toBe(T0 + 57_000)
  })

  it('repeats a cancel that fails after 2, 4 and 8 s, and at once less early (E-4)', () => {
    const sendAts: (number | undefined)[] = []
    let state = changed
    for (const second of [55, 57, 61, 69, 77]) {
      state = play(state, [second, cancelSent], [second, uncancelled('uncertain')])
      sendAts.push(state.cancelQueue[0] && (state.cancelQueue[0].request.sendAt - T0) / 1000)
    }
    expect(sendAts).toEqual([57, 61, 69, 77, 85])
    // After the last call there is nothing left to prevent.
    const last = play(state, [121, cancelSent], [121, uncancelled('uncertain')])
    expect(last.cancelQueue[0]?.request.sendAt).toBe(Number.POSITIVE_INFINITY)
    // Too early by the clock of the service.
    const early = play(
      play(entering, [5, change], [6, submitOther]),
      [30, cancelSent],
      [30, uncancelled('notCancellable')],
    )
    expect(early.cancelQueue[0]?.request.sendAt).toBe(T0 + 32_000)
  })

  it('leaves nothing to cancel of a code that the service calls dead', () => {
    const dead = play(entering, [5, code('123456')], [6, wrong('123456', 'notActive')])
    const left = play(dead, [7, { type: 'CHANGE_NUMBER' }])
    expect(left).toMatchObject({ step: { name: 'phone' }, phone, cancelQueue: [] })
    expect(play(left, [8, { ...submit, startId: 'a2' }]).step.name).toBe('starting')
  })

  it('goes back on request', () => {
    expect(play(changed, [20, { type: 'RESUME_NUMBER' }]).step.name).toBe('entering')
  })
})
