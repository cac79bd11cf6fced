import { describe, expect, it } from 'vitest'
import {
  T0,
  verification,
  failure,
  play,
  submit,
  sent,
  entering,
  code,
  wrong,
  failed,
  uncancelled,
  change,
  again,
  resubmit,
} from '../../../../../test/support/flow-play.ts'
import type { UndatedAction } from './flow-action.ts'
import { initialState } from './flow-state.ts'

describe('429', () => {
  it('makes only the action wait that got it (E-12)', () => {
    const limited: UndatedAction = {
      type: 'CHECK_FAILED',
      verifyId: 'v1',
      code: '123456',
      error: failure('rateLimited', { retryAt: T0 + 60_000 }),
    }
    const state = play(entering, [40, code('123456')], [41, limited])
    expect(state.error).toEqual({ kind: 'rateLimited', retryAt: T0 + 60_000 })
    expect(play(state, [42, code('123456')])).toMatchObject({ step: { name: 'entering' } })
    expect(play(state, [42, { type: 'CANCEL' }]).step.name).toBe('cancelling')
    expect(play(state, [60, code('123456')]).step.name).toBe('checking')
  })

  describe.each<[how: string, gone: UndatedAction]>([
    ['by a cancel that was thought to have failed', { type: 'CANCEL_OK', verifyId: 'v1' }],
    ['in another tab', { type: 'TAB_CANCELLED', verifyId: 'v1' }],
  ])('a code that is cancelled %s while it is checked', (_how, gone) => {
    const checking = play(entering, [31, code('123456')], [31, { type: 'CHECK_SENT' }], [35, gone])

    it.each<[answer: string, action: [number, UndatedAction], kind: string]>([
      ['is wrong', [36, wrong('123456', 'wrongCode')], 'cancelled'],
      ['is refused for now', [36, wrong('123456', 'rateLimited')], 'cancelled'],
    ])('is not gone back to when it %s', (_answer, action, kind) => {
      expect(play(checking, action)).toMatchObject({ step: { name: 'phone' }, notice: { kind } })
    })

    it.each<[answer: string, action: [number, UndatedAction]]>([
      ['cannot be read', [36, wrong('123456', 'uncertain')]],
      ['does not come', [41, { type: 'CLOCK' }]],
    ])('may have been right when the answer %s', (_answer, action) => {
      const state = play(checking, action)
      expect(state.step).toMatchObject({ name: 'expired', cause: 'unconfirmed' })
    })

    it('counts when it was right', () => {
      const right: UndatedAction = { type: 'CHECK_OK', verification: verification() }
      expect(play(checking, [36, right]).step.name).toBe('verified')
      expect(play(checking, [41, { type: 'CLOCK' }], [50, right]).step.name).toBe('verified')
    })
  })

  it.each<[how: string, away: UndatedAction]>([
    ['is left', change],
    ['was cancelled elsewhere', { type: 'TAB_CANCELLED', verifyId: 'v1' }],
    [
      'was replaced elsewhere',
      { type: 'TAB_REPLACED', verifyId: 'v1', verification: verification({ verifyId: 'v2' }) },
    ],
  ])(
    'keeps the wait of a start when a code %s, and none of that code’s own (E-12)',
    (_how, away) => {
      const cooling = {
        ...entering,
        notBefore: { start: T0 + 90_000, check: T0 + 80_000, newCode: T0 + 70_000 },
        unsaidWaits: { start: 1, check: 2 },
      }
      const { notBefore, unsaidWaits } = play(cooling, [40, away])
      expect({ notBefore, unsaidWaits }).toEqual({
        notBefore: { start: T0 + 90_000 },
        unsaidWaits: { start: 1 },
      })
    },
  )

  it('waits 5, 10, 20, 40 and 60 s when nobody says how long, for each action by itself (E-12)', () => {
    const waits: number[] = []
    let state = entering
    let second = 0
    for (let time = 0; time < 6; time += 1) {
      state = play(state, [second, code('123456')], [second, wrong('123456', 'rateLimited')])
      const wait = ((state.notBefore.check ?? 0) - T0) / 1000 - second
      waits.push(wait)
      second += wait
    }
    expect(waits).toEqual([5, 10, 20, 40, 60, 60])
    const cancel = play(state, [second, { type: 'CANCEL' }], [second, uncancelled('rateLimited')])
    expect(cancel.notBefore.cancel).toBe(T0 + (second + 5) * 1000)
  })

  it('holds a start back that got it, and leaves the rest alone (E-12)', () => {
    const busy = play(
      initialState(),
      [0, submit],
      [0, sent],
      [1, failed(1, 'rateLimited', { retryAt: T0 + 21_000 })],
    )
    expect(busy).toMatchObject({
      step: { name: 'phone' },
      error: { kind: 'rateLimited', retryAt: T0 + 21_000 },
    })
    expect(play(busy, [20, resubmit])).toBe(busy)
    expect(play(busy, [21, resubmit]).step.name).toBe('starting')
  })

  it('holds a cancel or a new code back that got it, and the code stays usable (E-12)', () => {
    const busy = uncancelled('rateLimited', { retryAt: T0 + 60_000 })
    const cancel = play(entering, [40, { type: 'CANCEL' }], [40, busy])
    expect(cancel).toMatchObject({
      step: { name: 'entering' },
      error: { kind: 'rateLimited', retryAt: T0 + 60_000 },
    })
    expect(play(cancel, [59, { type: 'CANCEL' }])).toBe(cancel)
    expect(play(cancel, [41, code('123456')]).step.name).toBe('checking')
    const renewal = play(entering, [40, again], [40, busy])
    expect(play(renewal, [59, again])).toBe(renewal)
    expect(play(renewal, [59, { type: 'CANCEL' }]).step.name).toBe('cancelling')
  })

  it('tells a limit of the team’s own backend from a busy service (E-12)', () => {
    const limit = { retryAt: T0 + 720_000 }
    const start = play(
      initialState(),
      [0, submit],
      [0, sent],
      [1, failed(1, 'limitReached', limit)],
    )
    expect(start.error).toEqual({ kind: 'limitReached', ...limit })
    const renewal = play(entering, [40, again], [40, uncancelled('limitReached', limit)])
    expect(renewal.error).toEqual({ kind: 'limitReached', ...limit })
    const check = play(entering, [40, code('123456')], [41, wrong('123456', 'limitReached')])
    expect(check).toMatchObject({ error: { kind: 'tooManyTries' }, code: '123456' })
  })
})
