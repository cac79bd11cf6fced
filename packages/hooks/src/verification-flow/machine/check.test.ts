import { describe, expect, it } from 'vitest'
import {
  T0,
  verification,
  failure,
  play,
  sent,
  okTo,
  checked,
  entering,
  code,
  wrong,
  tick,
  change,
  cancelled,
  cancelSent,
  again,
  submitOther,
  resubmit,
} from '../../../../../test/support/flow-play.ts'
import { resumable } from './cancel-queue.ts'
import type { UndatedAction } from './flow-action.ts'
import type { FlowState } from './flow-state.ts'
import { nextWakeUp } from './next-wake-up.ts'

describe('entering the code', () => {
  it('checks a complete code, and is verified when the service says so', () => {
    const checking = play(entering, [10, code('123456')])
    expect(checking.step).toMatchObject({ name: 'checking', code: '123456' })
    const verified = play(checking, [11, checked])
    expect(verified.step).toMatchObject({ name: 'verified', source: 'this-tab' })
    expect(verified.code).toBe('')
  })

  it('knows how many attempts are left of the code on screen, and of no other (E-13)', () => {
    const error = failure('wrongCode', { attemptsLeft: 1 })
    const refusal: UndatedAction = { type: 'CHECK_FAILED', verifyId: 'v1', code: '111111', error }
    const refused = play(entering, [5, code('111111')], [6, refusal])
    expect(refused.attemptsLeft).toBe(1)
    expect(play(refused, [7, { type: 'CHANGE_NUMBER' }]).attemptsLeft).toBe(undefined)
    expect(play(refused, [300, { type: 'CLOCK' }]).attemptsLeft).toBe(undefined)
  })

  it('keeps the digits after a wrong code, and does not send a refused code again (E-13)', () => {
    const state = play(
      entering,
      [5, { type: 'CODE_CHANGED', code: '111111' }],
      [5, code('111111')],
      [6, wrong('111111')],
    )
    expect(state).toMatchObject({ code: '111111', failedAttempts: 1, error: { kind: 'wrongCode' } })
    const again = play(state, [7, code('111111')])
    expect(again.step.name).toBe('entering')
    expect(again.error?.kind).toBe('alreadyTried')
  })

  it('remembers a refused code while the person was away from it, also one refused meanwhile', () => {
    const back = play(
      entering,
      [5, code('111111')],
      [6, wrong('111111')],
      [7, code('222222')],
      [8, { type: 'CHANGE_NUMBER' }],
      [9, wrong('222222')],
      [10, { type: 'RESUME_NUMBER' }],
    )
    for (const tried of ['111111', '222222']) {
      expect(play(back, [11, code(tried)])).toMatchObject({
        step: { name: 'entering' },
        error: { kind: 'alreadyTried' },
      })
    }
    expect(play(back, [11, code('333333')]).step.name).toBe('checking')
  })

  it('hears that the code is dead from a check that was left behind', () => {
    const back = play(
      entering,
      [50, code('111111')],
      [50, { type: 'CHANGE_NUMBER' }],
      [50, { type: 'RESUME_NUMBER' }],
      [52, wrong('111111', 'notActive')],
    )
    expect(back.step).toMatchObject({ name: 'expired', cause: 'ended' })
  })

  it('is verified by an answer that comes after Change number, unless another number was submitted (E-11)', () => {
    const left = play(entering, [10, code('123456')], [10, { type: 'CHECK_SENT' }], [11, change])
    expect(play(left, [12, checked])).toMatchObject({
      step: { name: 'verified', source: 'this-tab', verification: { verifyId: 'v1' } },
      cancelQueue: [],
    })
    const gone = play(left, [11.5, submitOther], [12, checked])
    expect(gone).toMatchObject({ step: { name: 'starting' }, cancelQueue: [] })
  })

  it('leaves nothing waiting after success (E-14)', () => {
    const cooling = {
      ...entering,
      notBefore: { start: T0 + 90_000, check: T0 + 5_000 },
      busy: { start: 1 },
    }
    const verified = play(cooling, [10, code('123456')], [11, checked])
    expect(nextWakeUp(verified, T0 + 11_000)).toBe(undefined)
    const elsewhere: UndatedAction = { type: 'TAB_VERIFIED', verification: verification() }
    expect(nextWakeUp(play(cooling, [11, elsewhere]), T0 + 11_000)).toBe(undefined)
  })

  it('goes back to no code that a check, left behind, has found dead or locked', () => {
    const left = play(entering, [10, code('123456')], [10, { type: 'CHECK_SENT' }], [11, change])
    const dead = play(left, [12, wrong('123456', 'notActive')])
    expect(dead.cancelQueue).toEqual([])
    const locked = play(left, [12, wrong('123456', 'locked')])
    expect(resumable(locked.cancelQueue, T0 + 12_000)).toBe(undefined)
  })

  it('calls a code that is refused after its end expired, never wrong (E-11)', () => {
    const late = play(entering, [299, code('123456')], [299, { type: 'CHECK_SENT' }], [300, tick])
    expect(play(late, [301, wrong('123456')])).toMatchObject({
      step: { name: 'expired', cause: 'whileChecking' },
      error: undefined,
    })
  })

  it('changes nothing a person has before them when a call comes (E-8)', () => {
    const typing = play(entering, [59, { type: 'CODE_CHANGED', code: '12' }])
    for (const second of [60, 61, 90, 120, 121, 150]) {
      expect(play(typing, [second, tick])).toBe(typing)
    }
  })

  it('ends without a word about the code when a repeated check finds it unknown (E-11)', () => {
    const uncheckedCode = play(
      entering,
      [10, code('123456')],
      [10, { type: 'CHECK_SENT' }],
      [20, tick],
    )
    const repeated = play(uncheckedCode, [21, code('123456')], [22, wrong('123456', 'notActive')])
    expect(repeated.step).toMatchObject({ name: 'expired', cause: 'unconfirmed' })
  })

  it('stops at the number of wrong codes that it was given, counted for each verification (E-13)', () => {
    const settings = { ...entering.settings, maxAttempts: 2 }
    const tries = ['111111', '222222'].flatMap((each, index): [number, UndatedAction][] => [
      [20 + index, code(each)],
      [20 + index, wrong(each)],
    ])
    const locked = play({ ...entering, settings }, ...tries)
    expect(locked).toMatchObject({ step: { name: 'locked' }, cancelQueue: [{ isLocked: true }] })
    expect(play(entering, ...tries).step.name).toBe('entering')
    const next = play(
      locked,
      [30, cancelled],
      [31, again],
      [31, sent],
      [31, okTo(2, { verifyId: 'v2' })],
      [32, code('333333')],
      [32, { ...wrong('333333'), verifyId: 'v2' } as UndatedAction],
    )
    expect(next).toMatchObject({ step: { name: 'entering' }, failedAttempts: 3 })
  })

  it('ignores a second submission while one is being checked, by identity (E-17)', () => {
    const checking = play(entering, [10, code('123456')])
    expect(play(checking, [10, code('123456')], [10, { type: 'CANCEL' }])).toBe(checking)
  })

  it('asks for all digits of a short code', () => {
    expect(play(entering, [5, code('123')]).error?.kind).toBe('incompleteCode')
  })

  it('keeps an unanswered code and lets it be sent again (E-11)', () => {
    const checking = play(entering, [10, code('123456')], [10, { type: 'CHECK_SENT' }])
    const state = play(checking, [20, { type: 'CLOCK' }])
    expect(state).toMatchObject({ step: { name: 'entering' }, error: { kind: 'checkUncertain' } })
    expect(play(state, [21, code('123456')]).step.name).toBe('checking')
    expect(play(state, [25, checked]).step.name).toBe('verified')
  })

  it('counts a right answer that comes after the local end (E-11)', () => {
    const late = play(entering, [299, code('123456')], [300, { type: 'CLOCK' }])
    expect(late.step.name).toBe('checking')
    expect(play(late, [301, checked]).step.name).toBe('verified')
  })

  it('calls a dead id expired near the end, and ended before (E-11)', () => {
    const dead = wrong('123456', 'notActive')
    expect(play(entering, [299, code('123456')], [301, dead]).step).toMatchObject({
      cause: 'whileChecking',
    })
    expect(play(entering, [100, code('123456')], [101, dead]).step).toMatchObject({
      cause: 'ended',
    })
  })

  it('expires at exactly 300 s', () => {
    expect(play(entering, [299.999, { type: 'CLOCK' }]).step.name).toBe('entering')
    expect(play(entering, [300, { type: 'CLOCK' }]).step).toMatchObject({
      name: 'expired',
      cause: 'time',
    })
  })

  it('stops when the service says there were too many wrong codes, and ends the calls (E-13)', () => {
    const locked = play(entering, [40, code('123456')], [41, wrong('123456', 'locked')])
    expect(locked.step.name).toBe('locked')
    expect(locked.cancelQueue[0]?.request.sendAt).toBe(T0 + 41_000)
  })
})

describe('a locked code', () => {
  const locked = play(entering, [10, code('123456')], [10, wrong('123456', 'locked')])

  it('stays dead: it is cancelled when that is due, and never offered again (E-13)', () => {
    const left = play(locked, [20, change])
    expect(left.cancelQueue).toMatchObject([{ isLocked: true, request: { sendAt: T0 + 30_000 } }])
    expect(resumable(left.cancelQueue, T0 + 20_000)).toBe(undefined)
    expect(play(left, [20, { type: 'RESUME_NUMBER' }])).toBe(left)
    expect(play(left, [21, resubmit]).step.name).toBe('locked')

    const gone = play(locked, [30, cancelSent], [30, cancelled], [31, change])
    expect(gone).toMatchObject({ step: { name: 'phone' }, cancelQueue: [] })
    expect(play(gone, [32, resubmit]).step.name).toBe('starting')
  })

  it('is not left by the answer to its own cancel', () => {
    const done = play(locked, [30, cancelSent], [30, cancelled])
    expect(done).toMatchObject({ step: { name: 'locked' }, notice: undefined })
  })
})

describe('a code that is dead after wrong ones', () => {
  const tried = (count: number): FlowState =>
    Array.from({ length: count }, (_, index) => `${index}00000`).reduce(
      (state, each) => play(state, [10, code(each)], [10, wrong(each)]),
      entering,
    )
  const last = (before: FlowState, second = 20) =>
    play(before, [second, code('999999')], [second, wrong('999999', 'notActive')])

  // Services end a code at a third wrong one, and say of it no more than of any dead id.
  it.each([
    { wrongs: 0, name: 'expired' },
    { wrongs: 1, name: 'expired' },
    { wrongs: 2, name: 'locked' },
    { wrongs: 3, name: 'locked' },
    { wrongs: 5, name: 'locked' },
  ])(
    'had too many after $wrongs and the one that is answered: $name (E-13)',
    ({ wrongs, name }) => {
      const state = last(tried(wrongs))
      expect(state.step.name).toBe(name)
      // Nothing is alive under its id, so nothing is to be cancelled, and a new code is to be had.
      expect(state.cancelQueue).toEqual([])
      expect(play(state, [21, again]).step.name).toBe('starting')
    },
  )

  it('had too many when the service said that one try was left', () => {
    const error = failure('wrongCode', { attemptsLeft: 1 })
    const warned = play(
      entering,
      [10, code('000000')],
      [10, { ...wrong('000000'), error } as UndatedAction],
    )
    expect(last(warned).step.name).toBe('locked')
  })

  it('may have ended otherwise: by time, by a check without an answer, in another code', () => {
    expect(last(tried(2), 298).step).toMatchObject({ name: 'expired', cause: 'whileChecking' })
    const uncheckedCode = play(tried(2), [11, code('123456')], [12, wrong('123456', 'uncertain')])
    expect(last(uncheckedCode).step).toMatchObject({ name: 'expired', cause: 'ended' })
    const renewed = { ...last(tried(2)), attemptsLeft: undefined }
    const second = play(
      renewed,
      [21, again],
      [21, sent],
      [21, { type: 'START_OK', token: 2, verification: verification({ verifyId: 'v2' }) }],
      [30, code('999999')],
      [30, { ...wrong('999999', 'notActive'), verifyId: 'v2' } as UndatedAction],
    )
    expect(second.step).toMatchObject({ name: 'expired', cause: 'ended' })
  })
})
