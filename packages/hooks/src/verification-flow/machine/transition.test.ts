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
  checked,
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
import type { UndatedAction } from './flow-action.ts'
import { initialState, type FlowState } from './flow-state.ts'
import { nextWakeUp } from './next-wake-up.ts'

describe('the transitions, one by one (flow.md 3.3)', () => {
  const left = play(entering, [5, change])
  const starting = play(initialState(), [0, submit], [0, sent])
  const uncertain = play(starting, [15, tick])
  const blocked = play(starting, [0, conflictTo(1)])
  const checking = play(
    entering,
    [10, { type: 'CODE_CHANGED', code: '123456' }],
    [10, code('123456')],
    [10, { type: 'CHECK_SENT' }],
  )
  const resendCancelling = play(
    entering,
    [34, { type: 'CODE_CHANGED', code: '12' }],
    [35, again],
    [35, cancelSent],
  )
  const resendStarting = play(resendCancelling, [36, cancelled], [36, sent])
  const cancelling = play(entering, [35, { type: 'CANCEL' }], [35, cancelSent])
  const expired = play(entering, [300, tick])
  const locked = play(checking, [11, wrong('123456', 'locked')])
  const verified = play(checking, [11, checked])
  const tab = { type: 'TAB_VERIFIED', verification: verification() } as const

  it.each<[transition: string, from: FlowState, second: number, action: UndatedAction, to: object]>(
    [
      [
        'phone, SUBMIT_PHONE of a number whose code lives: entering, out of the cancel queue',
        left,
        10,
        resubmit,
        { step: { name: 'entering' }, cancelQueue: [], inFlight: [] },
      ],
      [
        'phone, SUBMIT_PHONE: starting; an abandoned number is cancelled now',
        left,
        40,
        submitOther,
        { step: { name: 'starting' }, cancelQueue: [{ request: { sendAt: T0 + 40_000 } }] },
      ],
      [
        'phone, SUBMIT_PHONE of none: phone, with an error',
        initialState(),
        0,
        { ...submit, phone: '0740' },
        { step: { name: 'phone' }, error: { kind: 'invalidPhone' } },
      ],
      [
        'phone, RESUME_NUMBER: entering, out of the cancel queue',
        left,
        10,
        { type: 'RESUME_NUMBER' },
        { step: { name: 'entering' }, cancelQueue: [] },
      ],
      [
        'starting, START_OK: entering',
        starting,
        1,
        ok,
        { step: { name: 'entering' }, codesSent: 1 },
      ],
      [
        'starting, ADOPT: entering, adopted',
        starting,
        1,
        { type: 'ADOPT', token: 1, verification: verification() },
        { step: { name: 'entering' }, notice: { kind: 'alreadySent' } },
      ],
      [
        'starting, START_CONFLICT: blocked',
        starting,
        1,
        conflictTo(1),
        { step: { name: 'blocked', until: T0 + 301_000 } },
      ],
      [
        'starting, START_FAILED: phone, with an error',
        starting,
        1,
        failed(1, 'invalidPhone'),
        { step: { name: 'phone' }, phone, error: { kind: 'invalidPhone' } },
      ],
      [
        'starting, START_FAILED, uncertain: startUncertain',
        starting,
        1,
        failed(1, 'uncertain'),
        { step: { name: 'startUncertain' } },
      ],
      [
        'starting, CLOCK at 15 s: startUncertain, still listening',
        starting,
        15,
        tick,
        { step: { name: 'startUncertain' }, inFlight: [{ token: 1 }] },
      ],
      ['starting, CHANGE_NUMBER: phone', starting, 2, change, { step: { name: 'phone' }, phone }],
      [
        'startUncertain, late START_OK: entering',
        uncertain,
        40,
        ok,
        { step: { name: 'entering' } },
      ],
      [
        'startUncertain, late START_OK of another phone: stays, and it joins the cancel queue',
        play(uncertain, [20, change], [21, submitOther], [21, sent], [36, tick]),
        40,
        ok,
        { step: { name: 'startUncertain', start: { phone: other } }, cancelQueue: [{}] },
      ],
      [
        'startUncertain, RETRY: starting, with the same start',
        uncertain,
        20,
        { type: 'RETRY', startId: 'again' },
        { step: { name: 'starting', start: { startId: 'a1', pressedAt: T0 + 20_000 } } },
      ],
      ['startUncertain, CHANGE_NUMBER: phone', uncertain, 20, change, { step: { name: 'phone' } }],
      [
        'blocked, RETRY: starting',
        blocked,
        30,
        { type: 'RETRY', startId: 'again' },
        { step: { name: 'starting' } },
      ],
      [
        'blocked, TAB_STARTED: entering',
        blocked,
        5,
        { type: 'TAB_STARTED', verification: verification() },
        { step: { name: 'entering' }, notice: { kind: 'alreadySent' } },
      ],
      [
        'blocked, late START_OK: entering',
        play(uncertain, [20, { type: 'RETRY', startId: 'again' }], [20, sent], [21, conflictTo(2)]),
        40,
        ok,
        { step: { name: 'entering' } },
      ],
      ['blocked, CHANGE_NUMBER: phone', blocked, 5, change, { step: { name: 'phone' }, phone }],
      [
        'entering, CODE_CHANGED: entering, its error gone',
        play(entering, [5, code('1')]),
        6,
        { type: 'CODE_CHANGED', code: '12' },
        { step: { name: 'entering' }, code: '12', error: undefined },
      ],
      [
        'entering, SUBMIT_CODE: checking',
        entering,
        10,
        code('123456'),
        { step: { name: 'checking', code: '123456' } },
      ],
      [
        'entering, SUBMIT_CODE of a refused one: entering, told so',
        play(checking, [11, wrong('123456')]),
        12,
        code('123456'),
        { step: { name: 'entering' }, error: { kind: 'alreadyTried' } },
      ],
      [
        'entering, SUBMIT_CODE while it has to wait: entering, told how long',
        { ...entering, notBefore: { check: T0 + 9_000 } },
        8,
        code('123456'),
        { step: { name: 'entering' }, error: { kind: 'rateLimited', retryAt: T0 + 9_000 } },
      ],
      [
        'entering, CLOCK at 300 s: expired, its digits gone',
        play(entering, [299, { type: 'CODE_CHANGED', code: '12' }]),
        300,
        tick,
        { step: { name: 'expired', cause: 'time' }, code: '' },
      ],
      [
        'entering, NEW_CODE: resendCancelling',
        entering,
        30,
        again,
        { step: { name: 'resendCancelling' } },
      ],
      [
        'entering, CANCEL: cancelling',
        entering,
        30,
        { type: 'CANCEL' },
        { step: { name: 'cancelling' } },
      ],
      [
        'entering, CHANGE_NUMBER: phone, abandoned',
        entering,
        30,
        change,
        { step: { name: 'phone' }, cancelQueue: [{ verification: { verifyId: 'v1' } }] },
      ],
      [
        'checking, CHECK_OK: verified',
        checking,
        11,
        checked,
        { step: { name: 'verified', source: 'this-tab' }, code: '' },
      ],
      [
        'checking, CHECK_FAILED, wrongCode: entering, one more refused',
        checking,
        11,
        wrong('123456'),
        {
          step: { name: 'entering' },
          code: '123456',
          refusedCodes: [{ code: '123456' }],
          failedAttempts: 1,
        },
      ],
      [
        'checking, CHECK_FAILED, wrongCode at 300 s or later: expired',
        play(entering, [299, code('123456')], [299, { type: 'CHECK_SENT' }]),
        300,
        wrong('123456'),
        { step: { name: 'expired', cause: 'whileChecking' } },
      ],
      [
        'checking, CHECK_FAILED, notActive: expired',
        checking,
        11,
        wrong('123456', 'notActive'),
        { step: { name: 'expired', cause: 'ended' } },
      ],
      [
        'checking, CHECK_FAILED, locked: locked, its cancel queued',
        checking,
        11,
        wrong('123456', 'locked'),
        {
          step: { name: 'locked' },
          cancelQueue: [{ request: { sendAt: T0 + 30_000 }, isLocked: true }],
        },
      ],
      [
        'checking, CHECK_FAILED, rateLimited: entering, its digits kept, waiting',
        checking,
        11,
        wrong('123456', 'rateLimited'),
        { step: { name: 'entering' }, code: '123456', notBefore: { check: T0 + 16_000 } },
      ],
      [
        'checking, CHECK_FAILED, uncertain: entering, its digits kept, to be sent again',
        checking,
        11,
        wrong('123456', 'uncertain'),
        { step: { name: 'entering' }, code: '123456', uncheckedCode: '123456' },
      ],
      [
        'checking, CLOCK at 10 s: the same',
        checking,
        20,
        tick,
        { step: { name: 'entering' }, code: '123456', uncheckedCode: '123456' },
      ],
      [
        'checking, OFFLINE: the answer decides',
        checking,
        11,
        { type: 'OFFLINE' },
        { step: { name: 'checking' }, online: false },
      ],
      [
        'checking, CLOCK at 300 s: checking',
        play(entering, [299, code('123456')], [299, { type: 'CHECK_SENT' }]),
        300,
        tick,
        { step: { name: 'checking' } },
      ],
      [
        'resendCancelling, CANCEL_OK: starting after a cancel',
        resendCancelling,
        36,
        cancelled,
        { step: { name: 'starting', mode: 'afterCancel' } },
      ],
      [
        'resendCancelling, CANCEL_FAILED: entering, its digits back',
        resendCancelling,
        36,
        uncancelled('uncertain'),
        { step: { name: 'entering' }, code: '12', error: { kind: 'newCodeFailed' } },
      ],
      [
        'resendCancelling, CLOCK at 300 s: starting after a cancel, with nothing left to cancel',
        play(entering, [295, again], [295, cancelSent]),
        300,
        tick,
        { step: { name: 'starting', mode: 'afterExpiry' } },
      ],
      [
        'starting after a cancel, START_OK: entering, a new id',
        resendStarting,
        37,
        okTo(2, { verifyId: 'v2', earliestStart: T0 + 36_000, latestStart: T0 + 37_000 }),
        { step: { verification: { verifyId: 'v2' } }, notice: { kind: 'newCodeSent' } },
      ],
      [
        'starting after a cancel, START_CONFLICT: once more',
        resendStarting,
        37,
        conflictTo(2),
        { step: { name: 'starting', request: { sendAt: T0 + 39_000, repeats: 1 } } },
      ],
      [
        'starting after a cancel, START_CONFLICT after three: blocked',
        play(
          resendStarting,
          [36, conflictTo(2)],
          [38, sent],
          [38, conflictTo(3)],
          [42, sent],
          [42, conflictTo(4)],
          [50, sent],
        ),
        50,
        conflictTo(5),
        { step: { name: 'blocked' } },
      ],
      [
        'starting after a cancel, START_FAILED: phone, told that the old code stopped',
        resendStarting,
        37,
        failed(2, 'unavailable'),
        { step: { name: 'phone' }, phone, error: { kind: 'oldCodeStopped' } },
      ],
      [
        'cancelling, CANCEL_OK: phone, with a notice',
        cancelling,
        36,
        cancelled,
        { step: { name: 'phone' }, phone, notice: { kind: 'cancelled' } },
      ],
      [
        'cancelling, CANCEL_FAILED: entering, with a message',
        cancelling,
        36,
        uncancelled('uncertain'),
        { step: { name: 'entering' }, error: { kind: 'cancelFailed' } },
      ],
      ['expired, NEW_CODE: starting', expired, 320, again, { step: { name: 'starting' } }],
      [
        'expired, CHANGE_NUMBER: phone',
        expired,
        320,
        change,
        { step: { name: 'phone' }, cancelQueue: [] },
      ],
      [
        'locked, NEW_CODE with its cancel done: starting',
        play(locked, [30, cancelSent], [31, cancelled]),
        32,
        again,
        { step: { name: 'starting' } },
      ],
      ['locked, NEW_CODE at 300 s: starting', locked, 300, again, { step: { name: 'starting' } }],
      ['locked, CHANGE_NUMBER: phone', locked, 20, change, { step: { name: 'phone' }, phone }],
      ...[left, starting, uncertain, blocked, entering, checking, resendCancelling, cancelling].map(
        (from): [string, FlowState, number, UndatedAction, object] => [
          `${from.step.name}, TAB_VERIFIED of the same flow: verified elsewhere`,
          from,
          40,
          tab,
          { step: { name: 'verified', source: 'other-tab' }, cancelQueue: [] },
        ],
      ),
      [
        'expired, TAB_VERIFIED: verified',
        expired,
        301,
        tab,
        { step: { name: 'verified', source: 'other-tab' } },
      ],
      [
        'locked, TAB_VERIFIED: verified',
        locked,
        20,
        tab,
        { step: { name: 'verified' }, cancelQueue: [] },
      ],
      ...[entering, expired, locked].map(
        (from): [string, FlowState, number, UndatedAction, object] => [
          `${from.step.name}, TAB_CANCELLED: phone, with a notice`,
          from,
          320,
          { type: 'TAB_CANCELLED', verifyId: 'v1' },
          { step: { name: 'phone' }, notice: { kind: 'cancelledElsewhere' } },
        ],
      ),
      [
        'any, RESET: phone, and the cancel queue stays',
        entering,
        20,
        { type: 'RESET' },
        { step: { name: 'phone' }, phone: undefined, cancelQueue: [{}] },
      ],
      [
        'verified, RESET: phone',
        verified,
        20,
        { type: 'RESET' },
        { step: { name: 'phone' }, codesSent: 0 },
      ],
    ],
  )('%s', (_transition, from, second, action, to) => {
    expect(play(from, [second, action])).toMatchObject(to)
  })

  it.each<[transition: string, from: FlowState, second: number, action: UndatedAction]>([
    [
      'phone, SUBMIT_PHONE while it has to wait',
      { ...initialState(), notBefore: { start: T0 + 5_000 } },
      4,
      submit,
    ],
    ['starting, SUBMIT_PHONE', starting, 1, resubmit],
    [
      'startUncertain, RETRY while it has to wait',
      { ...uncertain, notBefore: { start: T0 + 30_000 } },
      29,
      { type: 'RETRY', startId: 'again' },
    ],
    ['blocked, RETRY before its time', blocked, 29, { type: 'RETRY', startId: 'again' }],
    ['entering, NEW_CODE before 30 s', entering, 29.999, again],
    ['entering, CANCEL before 30 s', entering, 29.999, { type: 'CANCEL' }],
    ['checking, SUBMIT_CODE', checking, 10, code('123456')],
    ['checking, CANCEL', checking, 40, { type: 'CANCEL' }],
    ['checking, NEW_CODE', checking, 40, again],
    ['locked, NEW_CODE before its cancel is done', locked, 20, again],
    [
      'expired, NEW_CODE while it has to wait',
      { ...expired, notBefore: { start: T0 + 330_000 } },
      320,
      again,
    ],
    ['verified, CHANGE_NUMBER', verified, 20, change],
    ['verified, TAB_VERIFIED', verified, 20, tab],
  ])('%s changes nothing, by identity', (_transition, from, second, action) => {
    expect(play(from, [second, action])).toBe(from)
  })
})

describe('back online', () => {
  const offline: UndatedAction = { type: 'OFFLINE' }
  const online: UndatedAction = { type: 'ONLINE' }

  it('is news for ten seconds', () => {
    const back = play(entering, [5, offline], [6, online])
    expect(back.notice?.kind).toBe('backOnline')
    expect(nextWakeUp(back, T0 + 6_000)).toBe(T0 + 16_000)
    expect(play(back, [15, tick]).notice?.kind).toBe('backOnline')
    expect(play(back, [16, tick]).notice).toBe(undefined)
  })

  it('does not take the place of what matters more (E-15)', () => {
    const renewed = { ...entering, notice: { kind: 'newCodeSent' } as const }
    expect(play(renewed, [5, offline], [6, online]).notice).toBe(renewed.notice)
    const told = play(entering, [5, offline], [5, code('123456')], [6, online])
    expect(told).toMatchObject({ error: undefined, notice: { kind: 'backOnline' } })
  })
})
