import { describe, expect, it } from 'vitest'
import {
  T0,
  phone,
  other,
  verification,
  failure,
  play,
  sent,
  okTo,
  conflictTo,
  entering,
  code,
  wrong,
  failed,
  uncancelled,
  tick,
  change,
  cancelled,
  cancelSent,
  again,
  submitOther,
  resubmit,
} from '../../../../../test/support/flow-play.ts'
import { hasCodesLeft, availabilityOf, type WaitReason } from './availability.ts'
import type { UndatedAction } from './flow-action.ts'
import { verificationOf, type FlowState } from './flow-state.ts'

describe('cancelling and new codes', () => {
  it('does nothing before 30 s, by identity, and cancels from then on (E-5)', () => {
    expect(play(entering, [29.999, { type: 'CANCEL' }])).toBe(entering)
    const cancelled = play(
      entering,
      [30, { type: 'CANCEL' }],
      [31, { type: 'CANCEL_OK', verifyId: 'v1' }],
    )
    expect(cancelled).toMatchObject({
      step: { name: 'phone' },
      phone,
      notice: { kind: 'cancelled' },
    })
  })

  it('keeps the code when a cancel fails (E-5)', () => {
    const failed: UndatedAction = {
      type: 'CANCEL_FAILED',
      verifyId: 'v1',
      error: failure('uncertain'),
    }
    const state = play(entering, [40, { type: 'CANCEL' }], [41, failed])
    expect(state).toMatchObject({ step: { name: 'entering' }, error: { kind: 'cancelFailed' } })
  })

  it('hears that the code is dead, however late the answer to its cancel comes', () => {
    const late = play(
      entering,
      [40, { type: 'NEW_CODE', startId: 'a2' }],
      [40, { type: 'CANCEL_SENT', verifyId: 'v1' }],
      [50, { type: 'CLOCK' }],
    )
    expect(late).toMatchObject({ step: { name: 'entering' }, error: { kind: 'newCodeFailed' } })
    const done: UndatedAction = { type: 'CANCEL_OK', verifyId: 'v1' }
    expect(play(late, [52, done])).toMatchObject({
      step: { name: 'phone' },
      notice: { kind: 'cancelled' },
      error: undefined,
    })
    // A check without an answer may be what ended it.
    const uncheckedCode = play(
      late,
      [51, code('123456')],
      [51, { ...wrong('123456', 'uncertain') }],
      [52, done],
    )
    expect(uncheckedCode.step).toMatchObject({ name: 'expired', cause: 'unconfirmed' })
  })

  it('cancels, then starts, for a new code (E-7)', () => {
    const asked = play(entering, [35, { type: 'NEW_CODE', startId: 'a2' }])
    expect(asked.step.name).toBe('resendCancelling')
    const starting = play(asked, [36, { type: 'CANCEL_OK', verifyId: 'v1' }])
    expect(starting.step).toMatchObject({ name: 'starting', mode: 'afterCancel' })
    const at = { earliestStart: T0 + 36_000, latestStart: T0 + 36_000 }
    const again = play(starting, [36, sent], [36, okTo(2, { verifyId: 'v2', ...at })])
    expect(verificationOf(again)?.verifyId).toBe('v2')
    expect(again.notice?.kind).toBe('newCodeSent')
  })

  it('sends no new code when the answer to its cancel comes more than 15 s after the press', () => {
    const newCode: UndatedAction = { type: 'NEW_CODE', startId: 'a2' }
    const done: UndatedAction = { type: 'CANCEL_OK', verifyId: 'v1' }
    const asked = play(entering, [40, newCode], [40, { type: 'CANCEL_SENT', verifyId: 'v1' }])
    expect(play(asked, [56, done])).toMatchObject({
      step: { name: 'phone' },
      phone,
      error: { kind: 'oldCodeStopped' },
    })
    expect(play(asked, [400, { type: 'CLOCK' }]).step.name).toBe('expired')
    expect(play(asked, [55, done]).step.name).toBe('starting')
  })

  it('asks once more when the cancel before a new code came too early, then gives the digits back (E-7)', () => {
    const early = play(
      entering,
      [29, { type: 'CODE_CHANGED', code: '12' }],
      [30, again],
      [30, cancelSent],
      [30, uncancelled('notCancellable')],
    )
    expect(early.step).toMatchObject({
      name: 'resendCancelling',
      request: { sendAt: T0 + 32_000, sentAt: undefined, repeats: 1 },
    })
    expect(play(early, [32, cancelSent], [32, uncancelled('notCancellable')])).toMatchObject({
      step: { name: 'entering' },
      code: '12',
      error: { kind: 'newCodeNotYet' },
    })
    expect(play(early, [31.9, cancelSent], [31.9, uncancelled('notCancellable')])).toMatchObject({
      step: { name: 'entering' },
      code: '12',
      error: { kind: 'newCodeFailed' },
    })
  })

  it('says that no code is alive when the old one was stopped and the new one not sent (E-7)', () => {
    const restarting = play(entering, [30, again], [30, cancelSent], [31, cancelled], [31, sent])
    const lost = play(restarting, [32, failed(2, 'uncertain')])
    expect(lost).toMatchObject({
      step: { name: 'startUncertain', mode: 'afterCancel' },
      phone,
      notice: { kind: 'oldCodeStopped' },
    })
    // Try again is a start alone.
    expect(play(lost, [33, { type: 'RETRY', startId: 'again' }]).step).toMatchObject({
      name: 'starting',
    })
    expect(play(restarting, [46, tick])).toMatchObject({ notice: { kind: 'oldCodeStopped' } })
    expect(
      play(restarting, [32, failed(2, 'rateLimited', { retryAt: T0 + 60_000 })]),
    ).toMatchObject({
      step: { name: 'phone' },
      phone,
      error: { kind: 'oldCodeStopped', retryAt: T0 + 60_000 },
      notBefore: { start: T0 + 60_000 },
    })
  })

  it('takes a cancel at any time where the backend carries it out later (E-5)', () => {
    const deferred = { ...entering, settings: { ...entering.settings, defersCancel: true } }
    const pressed = play(deferred, [0.5, { type: 'CANCEL' }], [0.5, cancelSent], [1, cancelled])
    expect(pressed).toMatchObject({ step: { name: 'phone' }, notice: { kind: 'cancelled' } })
    // The number may be busy until the backend has done it.
    const early = play(pressed, [2, resubmit], [2, sent], [2, conflictTo(2)])
    expect(early.step).toMatchObject({ name: 'starting', request: { sendAt: T0 + 4_000 } })
    // A new code needs the number to be free.
    expect(play(deferred, [29, again])).toBe(deferred)
    const left = play(deferred, [2, change], [3, submitOther])
    expect(left.cancelQueue[0]?.request.sendAt).toBe(T0 + 3_000)
  })

  it('lets another number be started while this one can get no new code', () => {
    const refused = play(entering, [70, again], [71, uncancelled('notCancellable')])
    const left = play(refused, [72, change], [73, submitOther])
    expect(left.step).toMatchObject({ name: 'starting', start: { phone: other } })
  })

  it('gives the digits back when the cancel before a new code fails (E-7)', () => {
    const failed: UndatedAction = {
      type: 'CANCEL_FAILED',
      verifyId: 'v1',
      error: failure('uncertain'),
    }
    const state = play(
      entering,
      [34, { type: 'CODE_CHANGED', code: '12' }],
      [35, { type: 'NEW_CODE', startId: 'a2' }],
      [36, failed],
    )
    expect(state).toMatchObject({ code: '12', error: { kind: 'newCodeFailed' } })
  })

  it('waits with a new code until the end when a call has begun and the service refuses to cancel (E-7)', () => {
    const refused: UndatedAction = {
      type: 'CANCEL_FAILED',
      verifyId: 'v1',
      error: failure('notCancellable'),
    }
    const state = play(entering, [70, { type: 'NEW_CODE', startId: 'a2' }], [71, refused])
    expect(state.error).toEqual({ kind: 'newCodeNotYet', retryAt: T0 + 300_000 })
    expect(play(state, [72, { type: 'NEW_CODE', startId: 'a3' }])).toBe(state)
  })

  it('starts without a cancel once the code has expired', () => {
    const state = play(
      entering,
      [300, { type: 'CLOCK' }],
      [301, { type: 'NEW_CODE', startId: 'a2' }],
    )
    expect(state.step).toMatchObject({ name: 'starting', mode: 'afterExpiry' })
  })

  describe('after three codes', () => {
    const all = { codesSent: 3, sentTo: [phone, phone, phone] }
    const last = { ...entering, ...all }
    const locked: FlowState = {
      ...last,
      step: { name: 'locked', verification: verification() },
    }

    it.each<[where: string, state: FlowState, second: number, wait: WaitReason | undefined]>([
      ['in the window', last, 10, undefined],
      ['while it lives', last, 40, 'lastCode'],
      ['once it has expired', play(last, [300, tick]), 301, undefined],
      ['once it is locked', locked, 40, undefined],
    ])('offers no other one %s (E-7)', (_, state, second, wait) => {
      const can = availabilityOf({ state, now: T0 + second * 1000 }, 'newCode')
      expect(can).toEqual({ isAvailable: false, from: undefined, reason: wait })
      expect(hasCodesLeft(state)).toBe(false)
      expect(play(state, [second, again])).toBe(state)
    })

    it('sends none to the same number by way of another, and as many to that (E-7)', () => {
      const back = play(last, [300, tick], [301, change])
      const can = (to: string) =>
        availabilityOf({ state: { ...back, phone: to }, now: T0 + 302_000 }, 'sendCode')
      expect(can(phone)).toEqual({ isAvailable: false, from: undefined, reason: 'noMoreCodes' })
      expect(play(back, [302, resubmit])).toBe(back)
      expect(can(other).isAvailable).toBe(true)
      const started = play(
        back,
        [302, submitOther],
        [302, sent],
        [
          302,
          {
            ...okTo(1),
            verification: verification({ verifyId: 'v2', phone: other }),
          } as UndatedAction,
        ],
      )
      expect(started).toMatchObject({ codesSent: 4, sentTo: [phone, phone, phone, other] })
      expect(hasCodesLeft(started)).toBe(true)
      const returned = play(started, [303, change])
      expect(play(returned, [304, resubmit])).toBe(returned)
    })

    it('shows the last code again, if the same number is entered while it lives', () => {
      const left = play(last, [10, change])
      expect(availabilityOf({ state: left, now: T0 + 11_000 }, 'sendCode').isAvailable).toBe(true)
      expect(play(left, [11, resubmit]).step.name).toBe('entering')
    })

    it('begins anew only where the app does', () => {
      const anew = play(last, [300, tick], [301, { type: 'RESET' }])
      expect(play(anew, [302, resubmit]).step.name).toBe('starting')
    })
  })
})
