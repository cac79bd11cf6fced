import { textMagic } from '@phoneproof/client'
import { VerifyHttpError, type VerifyErrorKind } from '@phoneproof/client'
import { describe, expect, it } from 'vitest'
import { resumable } from './cancel-queue.ts'
import { nextWakeUp } from './next-wake-up.ts'
import { waitsForCancel } from './start.ts'
import { type Verification, deadlinesOf, termsOf } from './deadlines.ts'
import { hasCodesLeft, availabilityOf, type WaitReason } from './availability.ts'
import { mayStillRing } from '../view/what-shows.ts'
import type { FlowAction } from './flow-action.ts'
import { transition } from './transition.ts'
import { initialState, isStartInFlight, verificationOf, type FlowState } from './flow-state.ts'

const T0 = 1_800_000_000_000
const phone = '+447400123456'
const other = '+12133734253'

const verification = (changes: Partial<Verification> = {}): Verification => ({
  verifyId: 'v1',
  phone,
  codeLength: 6,
  terms: termsOf(textMagic),
  earliestStart: T0,
  latestStart: T0,
  ...changes,
})

const failure = (
  kind: VerifyErrorKind,
  details: { retryAt?: number; attemptsLeft?: number } = {},
) => new VerifyHttpError(kind, { kind, operation: 'start', ...details })

type Step = FlowAction extends infer E ? (E extends { at: number } ? Omit<E, 'at'> : never) : never

/** Runs events, each at its second after T0. */
function play(state: FlowState, ...events: [second: number, event: Step][]): FlowState {
  return events.reduce(
    // SAFETY: adding `at` back makes the event it was taken from.
    (current, [second, event]) =>
      transition(current, { ...event, at: T0 + second * 1000 } as FlowAction),
    state,
  )
}

const submit: Step = { type: 'SUBMIT_PHONE', phone, startId: 'a1' }
const sent: Step = { type: 'START_SENT' }
/** The answer to the nth start. */
const okTo = (token: number, changes: Partial<Verification> = {}): Step => ({
  type: 'START_OK',
  token,
  verification: verification(changes),
})
const ok = okTo(1)
const conflictTo = (token: number): Step => ({ type: 'START_CONFLICT', token })
const checked: Step = { type: 'CHECK_OK', verification: verification() }
const entering = play(initialState(), [0, submit], [0, sent], [0, ok])
const code = (text: string): Step => ({ type: 'SUBMIT_CODE', code: text })
const wrong = (text: string, kind: VerifyErrorKind = 'wrongCode'): Step => ({
  type: 'CHECK_FAILED',
  verifyId: 'v1',
  code: text,
  error: failure(kind),
})

/** Kinds of the service's answers, by the event they arrive as. */
const failed = (token: number, kind: VerifyErrorKind, details = {}): Step => ({
  type: 'START_FAILED',
  token,
  error: failure(kind, details),
})
const uncancelled = (kind: VerifyErrorKind, details = {}): Step => ({
  type: 'CANCEL_FAILED',
  verifyId: 'v1',
  error: failure(kind, details),
})
const tick: Step = { type: 'CLOCK' }
const change: Step = { type: 'CHANGE_NUMBER' }
const cancelled: Step = { type: 'CANCEL_OK', verifyId: 'v1' }
const cancelSent: Step = { type: 'CANCEL_SENT', verifyId: 'v1' }
const again: Step = { type: 'NEW_CODE', startId: 'a2' }
const submitOther: Step = { type: 'SUBMIT_PHONE', phone: other, startId: 'a2' }
const resubmit: Step = { ...submit, startId: 'a2' }

describe('the transition table, row by row (flow.md 3.3)', () => {
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

  it.each<[row: string, from: FlowState, second: number, event: Step, to: object]>([
    [
      'phone, SUBMIT_PHONE of a live record: entering, out of the queue',
      left,
      10,
      resubmit,
      { step: { name: 'entering' }, cancelQueue: [], inFlight: [] },
    ],
    [
      'phone, SUBMIT_PHONE: starting; an abandoned id is queued now',
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
      'phone, KEEP_OLD: entering, out of the queue',
      left,
      10,
      { type: 'RESUME_NUMBER' },
      { step: { name: 'entering' }, cancelQueue: [] },
    ],
    ['starting, START_OK: entering', starting, 1, ok, { step: { name: 'entering' }, codesSent: 1 }],
    [
      'starting, START_409 with a record found: entering, adopted',
      starting,
      1,
      { type: 'ADOPT', token: 1, verification: verification() },
      { step: { name: 'entering' }, notice: { kind: 'alreadySent' } },
    ],
    [
      'starting, START_409 with none: blocked',
      starting,
      1,
      conflictTo(1),
      { step: { name: 'blocked', until: T0 + 301_000 } },
    ],
    [
      'starting, START_4XX: phone, with an error',
      starting,
      1,
      failed(1, 'invalidPhone'),
      { step: { name: 'phone' }, phone, error: { kind: 'invalidPhone' } },
    ],
    [
      'starting, START_UNCERTAIN: startUncertain',
      starting,
      1,
      failed(1, 'uncertain'),
      { step: { name: 'startUncertain' } },
    ],
    [
      'starting, 15 s: startUncertain, still listening',
      starting,
      15,
      tick,
      { step: { name: 'startUncertain' }, inFlight: [{ token: 1 }] },
    ],
    ['starting, CHANGE_NUMBER: phone', starting, 2, change, { step: { name: 'phone' }, phone }],
    ['startUncertain, late START_OK: entering', uncertain, 40, ok, { step: { name: 'entering' } }],
    [
      'startUncertain, late START_OK of another phone: stays, and it is queued',
      play(uncertain, [20, change], [21, submitOther], [21, sent], [36, tick]),
      40,
      ok,
      { step: { name: 'startUncertain', start: { phone: other } }, cancelQueue: [{}] },
    ],
    [
      'startUncertain, RETRY: starting, with the same attempt',
      uncertain,
      20,
      { type: 'RETRY' },
      { step: { name: 'starting', start: { startId: 'a1', pressedAt: T0 + 20_000 } } },
    ],
    ['startUncertain, CHANGE_NUMBER: phone', uncertain, 20, change, { step: { name: 'phone' } }],
    ['blocked, RETRY: starting', blocked, 30, { type: 'RETRY' }, { step: { name: 'starting' } }],
    [
      'blocked, OTHER_TAB_REPLY: entering',
      blocked,
      5,
      { type: 'TAB_STARTED', verification: verification() },
      { step: { name: 'entering' }, notice: { kind: 'alreadySent' } },
    ],
    [
      'blocked, late START_OK: entering',
      play(uncertain, [20, { type: 'RETRY' }], [20, sent], [21, conflictTo(2)]),
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
      'entering, SUBMIT_CODE while cooling: entering, told how long',
      { ...entering, notBefore: { check: T0 + 9_000 } },
      8,
      code('123456'),
      { step: { name: 'entering' }, error: { kind: 'rateLimited', retryAt: T0 + 9_000 } },
    ],
    [
      'entering, BOUNDARY 300: expired, its digits gone',
      play(entering, [299, { type: 'CODE_CHANGED', code: '12' }]),
      300,
      tick,
      { step: { name: 'expired', cause: 'time' }, code: '' },
    ],
    [
      'entering, RESEND: resendCancelling',
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
      'checking, CHECK_WRONG: entering, one more refused',
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
      'checking, CHECK_WRONG at 300 s or later: expired',
      play(entering, [299, code('123456')], [299, { type: 'CHECK_SENT' }]),
      300,
      wrong('123456'),
      { step: { name: 'expired', cause: 'whileChecking' } },
    ],
    [
      'checking, CHECK_ENDED: expired',
      checking,
      11,
      wrong('123456', 'notActive'),
      { step: { name: 'expired', cause: 'ended' } },
    ],
    [
      'checking, CHECK_LOCKED: locked, its cancel queued',
      checking,
      11,
      wrong('123456', 'locked'),
      {
        step: { name: 'locked' },
        cancelQueue: [{ request: { sendAt: T0 + 30_000 }, isLocked: true }],
      },
    ],
    [
      'checking, CHECK_429: entering, its digits kept, waiting',
      checking,
      11,
      wrong('123456', 'rateLimited'),
      { step: { name: 'entering' }, code: '123456', notBefore: { check: T0 + 16_000 } },
    ],
    [
      'checking, UNCERTAIN: entering, its digits kept, to be sent again',
      checking,
      11,
      wrong('123456', 'uncertain'),
      { step: { name: 'entering' }, code: '123456', uncheckedCode: '123456' },
    ],
    [
      'checking, 10 s: the same',
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
      'checking, BOUNDARY 300: checking',
      play(entering, [299, code('123456')], [299, { type: 'CHECK_SENT' }]),
      300,
      tick,
      { step: { name: 'checking' } },
    ],
    [
      'resendCancelling, CANCEL_OK: resendStarting',
      resendCancelling,
      36,
      cancelled,
      { step: { name: 'starting', mode: 'afterCancel' } },
    ],
    [
      'resendCancelling, CANCEL_FAIL: entering, its digits back',
      resendCancelling,
      36,
      uncancelled('uncertain'),
      { step: { name: 'entering' }, code: '12', error: { kind: 'newCodeFailed' } },
    ],
    [
      'resendCancelling, BOUNDARY 300: resendStarting, with nothing left to cancel',
      play(entering, [295, again], [295, cancelSent]),
      300,
      tick,
      { step: { name: 'starting', mode: 'afterExpiry' } },
    ],
    [
      'resendStarting, START_OK: entering, a new id',
      resendStarting,
      37,
      okTo(2, { verifyId: 'v2', earliestStart: T0 + 36_000, latestStart: T0 + 37_000 }),
      { step: { verification: { verifyId: 'v2' } }, notice: { kind: 'newCodeSent' } },
    ],
    [
      'resendStarting, START_409: once more',
      resendStarting,
      37,
      conflictTo(2),
      { step: { name: 'starting', request: { sendAt: T0 + 39_000, repeats: 1 } } },
    ],
    [
      'resendStarting, START_409 after three: blocked',
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
      'resendStarting, START_FAIL: phone, told that the old code stopped',
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
      'cancelling, CANCEL_FAIL: entering, with a message',
      cancelling,
      36,
      uncancelled('uncertain'),
      { step: { name: 'entering' }, error: { kind: 'cancelFailed' } },
    ],
    ['expired, RESEND: starting', expired, 320, again, { step: { name: 'starting' } }],
    [
      'expired, CHANGE_NUMBER: phone',
      expired,
      320,
      change,
      { step: { name: 'phone' }, cancelQueue: [] },
    ],
    [
      'locked, RESEND with its cancel done: starting',
      play(locked, [30, cancelSent], [31, cancelled]),
      32,
      again,
      { step: { name: 'starting' } },
    ],
    ['locked, RESEND at 300 s: starting', locked, 300, again, { step: { name: 'starting' } }],
    ['locked, CHANGE_NUMBER: phone', locked, 20, change, { step: { name: 'phone' }, phone }],
    ...[left, starting, uncertain, blocked, entering, checking, resendCancelling, cancelling].map(
      (from): [string, FlowState, number, Step, object] => [
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
    ...[entering, expired, locked].map((from): [string, FlowState, number, Step, object] => [
      `${from.step.name}, TAB_CANCELLED: phone, with a notice`,
      from,
      320,
      { type: 'TAB_CANCELLED', verifyId: 'v1' },
      { step: { name: 'phone' }, notice: { kind: 'cancelledElsewhere' } },
    ]),
    [
      'any, RESET: phone, and the queue keeps running',
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
  ])('%s', (_row, from, second, event, to) => {
    expect(play(from, [second, event])).toMatchObject(to)
  })

  it.each<[row: string, from: FlowState, second: number, event: Step]>([
    [
      'phone, SUBMIT_PHONE while cooling',
      { ...initialState(), notBefore: { start: T0 + 5_000 } },
      4,
      submit,
    ],
    ['starting, SUBMIT_PHONE', starting, 1, resubmit],
    [
      'startUncertain, RETRY while cooling',
      { ...uncertain, notBefore: { start: T0 + 30_000 } },
      29,
      { type: 'RETRY' },
    ],
    ['blocked, RETRY before its time', blocked, 29, { type: 'RETRY' }],
    ['entering, RESEND before 30 s', entering, 29.999, again],
    ['entering, CANCEL before 30 s', entering, 29.999, { type: 'CANCEL' }],
    ['checking, SUBMIT_CODE', checking, 10, code('123456')],
    ['checking, CANCEL', checking, 40, { type: 'CANCEL' }],
    ['checking, RESEND', checking, 40, again],
    ['locked, RESEND before its cancel is done', locked, 20, again],
    [
      'expired, RESEND while cooling',
      { ...expired, notBefore: { start: T0 + 330_000 } },
      320,
      again,
    ],
    ['verified, CHANGE_NUMBER', verified, 20, change],
    ['verified, TAB_VERIFIED', verified, 20, tab],
  ])('%s changes nothing, by identity', (_row, from, second, event) => {
    expect(play(from, [second, event])).toBe(from)
  })
})

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

  it('says that nothing was sent when the device is offline', () => {
    const state = play(initialState(), [0, { type: 'OFFLINE' }], [0, submit])
    expect(state.step.name).toBe('phone')
    expect(state.error?.kind).toBe('offline')
    expect(state.phone).toBe(phone)
  })

  it('ignores a second press while the first is on its way, by identity', () => {
    const starting = play(initialState(), [0, submit], [0, sent])
    expect(play(starting, [1, { ...submit, startId: 'a2' }])).toBe(starting)
  })

  it('becomes uncertain after 15 s without an answer, and adopts the answer when it comes late', () => {
    const uncertain = play(initialState(), [0, submit], [0, sent], [15, { type: 'CLOCK' }])
    expect(uncertain.step.name).toBe('startUncertain')
    expect(play(uncertain, [40, ok]).step.name).toBe('entering')
  })

  it('never loses the id of a start whose answer comes after the person left', () => {
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

  it('shows who has the number when the service says 409, with an end that repeats do not move', () => {
    const blocked = play(initialState(), [0, submit], [0, sent], [0, conflictTo(1)])
    expect(blocked.step).toMatchObject({
      name: 'blocked',
      until: T0 + 300_000,
      retryAt: T0 + 30_000,
    })
    const early = play(blocked, [29, { type: 'RETRY' }])
    expect(early).toBe(blocked)
    const again = play(blocked, [30, { type: 'RETRY' }], [30, sent], [31, conflictTo(2)])
    expect(again.step).toMatchObject({ name: 'blocked', until: T0 + 300_000, retryAt: T0 + 61_000 })
  })

  it('gives a new end once the known one has passed: the number is somebody else’s by then', () => {
    const blocked = play(initialState(), [0, submit], [0, sent], [0, conflictTo(1)])
    const again = play(blocked, [400, { type: 'RETRY' }], [400, sent], [400, conflictTo(2)])
    expect(again.step).toMatchObject({
      name: 'blocked',
      until: T0 + 700_000,
      retryAt: T0 + 430_000,
    })
  })

  it('lets only the request that is waited for decide: an older one of the same press moves nothing', () => {
    const retried = play(
      initialState(),
      [0, submit],
      [0, sent],
      [15, tick],
      [20, { type: 'RETRY' }],
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
      [20, { type: 'RETRY' }],
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
      [0, { type: 'RETRY' }],
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
      [5, { type: 'RETRY' }],
      [5, sent],
    )
    const busy = play(retried, [6, failed(2, 'rateLimited', { retryAt: T0 + 20_000 })])
    expect(busy).toMatchObject({
      step: { name: 'startUncertain', start: { acceptedBefore: T0 + 3_000 } },
      error: { kind: 'rateLimited' },
      notBefore: { start: T0 + 20_000 },
    })
    expect(play(busy, [19, { type: 'RETRY' }])).toBe(busy)
    expect(play(retried, [6, failed(2, 'invalidPhone')])).toMatchObject({
      step: { name: 'phone' },
      error: { kind: 'invalidPhone' },
    })
  })

  it('uses an idempotency key again only while it means the same request', () => {
    const keyAfter = (...events: [number, Step][]) => {
      const { step } = play(initialState(), [0, submit], [0, sent], ...events)
      return 'start' in step ? [step.start.keysUsed ?? 0, step.start.firstSentAt] : []
    }
    const retry: Step = { type: 'RETRY' }
    expect(keyAfter([15, tick], [20, retry], [20, sent])).toEqual([0, T0])
    expect(keyAfter([15, tick], [300, retry], [300, sent])).toEqual([1, T0 + 300_000])
    expect(keyAfter([1, conflictTo(1)], [31, retry], [31, sent])).toEqual([1, T0 + 31_000])
  })

  it('blocks no longer than the first request can have been accepted', () => {
    const ended = play(initialState(), [0, submit], [0, sent], [3, failed(1, 'uncertain')])
    const conflict = play(ended, [40, { type: 'RETRY' }], [40, sent], [41, conflictTo(2)])
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

  it('sends no repeat later than 15 s after the first 409', () => {
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

  it('repeats a 409 within 10 s of an end after 1, 2 and 4 s, and later not', () => {
    const newCode: Step = { type: 'NEW_CODE', startId: 'a2' }
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

  it('repeats a 409 right after a cancel three times before believing it', () => {
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

describe('entering the code', () => {
  it('checks a complete code, and is verified when the service says so', () => {
    const checking = play(entering, [10, code('123456')])
    expect(checking.step).toMatchObject({ name: 'checking', code: '123456' })
    const verified = play(checking, [11, checked])
    expect(verified.step).toMatchObject({ name: 'verified', source: 'this-tab' })
    expect(verified.code).toBe('')
  })

  it('knows how many attempts are left of the code on screen, and of no other', () => {
    const error = failure('wrongCode', { attemptsLeft: 1 })
    const refusal: Step = { type: 'CHECK_FAILED', verifyId: 'v1', code: '111111', error }
    const refused = play(entering, [5, code('111111')], [6, refusal])
    expect(refused.attemptsLeft).toBe(1)
    expect(play(refused, [7, { type: 'CHANGE_NUMBER' }]).attemptsLeft).toBe(undefined)
    expect(play(refused, [300, { type: 'CLOCK' }]).attemptsLeft).toBe(undefined)
  })

  it('keeps the digits after a wrong code, and does not send a refused code again', () => {
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

  it('is verified by an answer that comes after Change number, unless another number was submitted', () => {
    const left = play(entering, [10, code('123456')], [10, { type: 'CHECK_SENT' }], [11, change])
    expect(play(left, [12, checked])).toMatchObject({
      step: { name: 'verified', source: 'this-tab', verification: { verifyId: 'v1' } },
      cancelQueue: [],
    })
    const gone = play(left, [11.5, submitOther], [12, checked])
    expect(gone).toMatchObject({ step: { name: 'starting' }, cancelQueue: [] })
  })

  it('leaves nothing waiting after success', () => {
    const cooling = {
      ...entering,
      notBefore: { start: T0 + 90_000, check: T0 + 5_000 },
      busy: { start: 1 },
    }
    const verified = play(cooling, [10, code('123456')], [11, checked])
    expect(nextWakeUp(verified, T0 + 11_000)).toBe(undefined)
    const elsewhere: Step = { type: 'TAB_VERIFIED', verification: verification() }
    expect(nextWakeUp(play(cooling, [11, elsewhere]), T0 + 11_000)).toBe(undefined)
  })

  it('goes back to no code that a check, left behind, has found dead or locked', () => {
    const left = play(entering, [10, code('123456')], [10, { type: 'CHECK_SENT' }], [11, change])
    const dead = play(left, [12, wrong('123456', 'notActive')])
    expect(dead.cancelQueue).toEqual([])
    const locked = play(left, [12, wrong('123456', 'locked')])
    expect(resumable(locked.cancelQueue, T0 + 12_000)).toBe(undefined)
  })

  it('calls a code that is refused after its end expired, never wrong', () => {
    const late = play(entering, [299, code('123456')], [299, { type: 'CHECK_SENT' }], [300, tick])
    expect(play(late, [301, wrong('123456')])).toMatchObject({
      step: { name: 'expired', cause: 'whileChecking' },
      error: undefined,
    })
  })

  it('changes nothing a person has before them when a call comes', () => {
    const typing = play(entering, [59, { type: 'CODE_CHANGED', code: '12' }])
    for (const second of [60, 61, 90, 120, 121, 150]) {
      expect(play(typing, [second, tick])).toBe(typing)
    }
  })

  it('ends without a word about the code when a repeated check finds it unknown', () => {
    const uncheckedCode = play(
      entering,
      [10, code('123456')],
      [10, { type: 'CHECK_SENT' }],
      [20, tick],
    )
    const repeated = play(uncheckedCode, [21, code('123456')], [22, wrong('123456', 'notActive')])
    expect(repeated.step).toMatchObject({ name: 'expired', cause: 'unconfirmed' })
  })

  it('stops at the number of wrong codes that it was given, counted for each verification', () => {
    const settings = { ...entering.settings, maxAttempts: 2 }
    const tries = ['111111', '222222'].flatMap((each, index): [number, Step][] => [
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
      [32, { ...wrong('333333'), verifyId: 'v2' } as Step],
    )
    expect(next).toMatchObject({ step: { name: 'entering' }, failedAttempts: 3 })
  })

  it('ignores a second submission while one is being checked, by identity', () => {
    const checking = play(entering, [10, code('123456')])
    expect(play(checking, [10, code('123456')], [10, { type: 'CANCEL' }])).toBe(checking)
  })

  it('asks for all digits of a short code', () => {
    expect(play(entering, [5, code('123')]).error?.kind).toBe('incompleteCode')
  })

  it('keeps an uncheckedCode code and lets it be sent again', () => {
    const checking = play(entering, [10, code('123456')], [10, { type: 'CHECK_SENT' }])
    const state = play(checking, [20, { type: 'CLOCK' }])
    expect(state).toMatchObject({ step: { name: 'entering' }, error: { kind: 'checkUncertain' } })
    expect(play(state, [21, code('123456')]).step.name).toBe('checking')
    expect(play(state, [25, checked]).step.name).toBe('verified')
  })

  it('counts a right answer that comes after the local end', () => {
    const late = play(entering, [299, code('123456')], [300, { type: 'CLOCK' }])
    expect(late.step.name).toBe('checking')
    expect(play(late, [301, checked]).step.name).toBe('verified')
  })

  it('calls a dead id expired near the end, and ended before', () => {
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

  it('stops when the service says there were too many wrong codes, and ends the calls', () => {
    const locked = play(entering, [40, code('123456')], [41, wrong('123456', 'locked')])
    expect(locked.step.name).toBe('locked')
    expect(locked.cancelQueue[0]?.request.sendAt).toBe(T0 + 41_000)
  })
})

describe('a locked code', () => {
  const locked = play(entering, [10, code('123456')], [10, wrong('123456', 'locked')])

  it('stays dead: it is cancelled when that is due, and never offered again', () => {
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
  ])('had too many after $wrongs and the one that is answered: $name', ({ wrongs, name }) => {
    const state = last(tried(wrongs))
    expect(state.step.name).toBe(name)
    // Nothing is alive under its id, so nothing is to be cancelled, and a new code is to be had.
    expect(state.cancelQueue).toEqual([])
    expect(play(state, [21, again]).step.name).toBe('starting')
  })

  it('had too many when the service said that one try was left', () => {
    const error = failure('wrongCode', { attemptsLeft: 1 })
    const warned = play(entering, [10, code('000000')], [10, { ...wrong('000000'), error } as Step])
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
      [30, { ...wrong('999999', 'notActive'), verifyId: 'v2' } as Step],
    )
    expect(second.step).toMatchObject({ name: 'expired', cause: 'ended' })
  })
})

it('waits for the end of a locked code whose cancel was refused, before it offers a new one', () => {
  const locked = play(
    entering,
    [70, code('123456')],
    [71, wrong('123456', 'locked')],
    [71, { type: 'CANCEL_SENT', verifyId: 'v1' }],
    [72, { type: 'CANCEL_FAILED', verifyId: 'v1', error: failure('notCancellable') }],
  )
  const at = (second: number) =>
    availabilityOf({ state: locked, now: T0 + second * 1000 }, 'newCode')
  expect(at(73)).toEqual({ isAvailable: false, from: T0 + 300_000, reason: 'newCodeIn' })
  expect(at(300)).toMatchObject({ isAvailable: true })
  const again: Step = { type: 'NEW_CODE', startId: 'a2' }
  expect(play(locked, [73, again])).toBe(locked)
  expect(play(locked, [300, again]).step.name).toBe('starting')
})

it('counts down to the cancel of a locked code once, and then says only that it is stopped', () => {
  const at = (state: FlowState, second: number) =>
    availabilityOf({ state, now: T0 + second * 1000 }, 'newCode')
  const locked = play(entering, [5, code('123456')], [6, wrong('123456', 'locked')])
  expect(at(locked, 6)).toMatchObject({ reason: 'newCodeIn', from: T0 + 30_000 })
  const lost: Step = { type: 'CANCEL_FAILED', verifyId: 'v1', error: failure('uncertain') }
  const failedOnce = play(locked, [30, cancelSent], [31, lost])
  expect(failedOnce.cancelQueue[0]?.request.sendAt).toBe(T0 + 33_000)
  expect(at(failedOnce, 31)).toMatchObject({ reason: 'stopping', from: undefined })
})

describe('cancelling and new codes', () => {
  it('does nothing before 30 s, by identity, and cancels from then on', () => {
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

  it('keeps the code when a cancel fails', () => {
    const failed: Step = { type: 'CANCEL_FAILED', verifyId: 'v1', error: failure('uncertain') }
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
    const done: Step = { type: 'CANCEL_OK', verifyId: 'v1' }
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

  it('cancels, then starts, for a new code', () => {
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
    const newCode: Step = { type: 'NEW_CODE', startId: 'a2' }
    const done: Step = { type: 'CANCEL_OK', verifyId: 'v1' }
    const asked = play(entering, [40, newCode], [40, { type: 'CANCEL_SENT', verifyId: 'v1' }])
    expect(play(asked, [56, done])).toMatchObject({
      step: { name: 'phone' },
      phone,
      error: { kind: 'oldCodeStopped' },
    })
    expect(play(asked, [400, { type: 'CLOCK' }]).step.name).toBe('expired')
    expect(play(asked, [55, done]).step.name).toBe('starting')
  })

  it('asks once more when the cancel before a new code came too early, then gives the digits back', () => {
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

  it('says that no code is alive when the old one was stopped and the new one not sent', () => {
    const restarting = play(entering, [30, again], [30, cancelSent], [31, cancelled], [31, sent])
    const lost = play(restarting, [32, failed(2, 'uncertain')])
    expect(lost).toMatchObject({
      step: { name: 'startUncertain', mode: 'afterCancel' },
      phone,
      notice: { kind: 'oldCodeStopped' },
    })
    // Try again is a start alone.
    expect(play(lost, [33, { type: 'RETRY' }]).step).toMatchObject({ name: 'starting' })
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

  it('takes a cancel at any time where the backend carries it out later', () => {
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

  it('gives the digits back when the cancel before a new code fails', () => {
    const failed: Step = { type: 'CANCEL_FAILED', verifyId: 'v1', error: failure('uncertain') }
    const state = play(
      entering,
      [34, { type: 'CODE_CHANGED', code: '12' }],
      [35, { type: 'NEW_CODE', startId: 'a2' }],
      [36, failed],
    )
    expect(state).toMatchObject({ code: '12', error: { kind: 'newCodeFailed' } })
  })

  it('waits with a new code until the end when a call has begun and the service refuses to cancel', () => {
    const refused: Step = {
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
    ])('offers no other one %s', (_, state, second, wait) => {
      const can = availabilityOf({ state, now: T0 + second * 1000 }, 'newCode')
      expect(can).toEqual({ isAvailable: false, from: undefined, reason: wait })
      expect(hasCodesLeft(state)).toBe(false)
      expect(play(state, [second, again])).toBe(state)
    })

    it('sends none to the same number by way of another, and as many to that', () => {
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
        [302, { ...okTo(1), verification: verification({ verifyId: 'v2', phone: other }) } as Step],
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

describe('changing the number', () => {
  const changed = play(entering, [5, { type: 'CHANGE_NUMBER' }])

  it('takes what was said of a number back with the number, not with its country', () => {
    const refused = play(initialState(), [0, submit], [0, sent], [1, failed(1, 'invalidPhone')])
    const told = { phone, error: { kind: 'invalidPhone' } }
    const found: Step = { type: 'PHONE_CHANGED', phone }
    expect(play(refused, [2, found])).toMatchObject({ ...told })
    expect(play(refused, [2, { ...found, phone: other }]).error).toBe(undefined)
  })

  it('is possible at once, keeps the number, and cancels just before the call', () => {
    expect(changed).toMatchObject({ step: { name: 'phone' }, phone })
    expect(changed.cancelQueue[0]?.request.sendAt).toBe(T0 + 55_000)
  })

  it('goes back to the running code when the same number is submitted, without a request', () => {
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

  it('cancels the old number as soon as allowed when another is submitted', () => {
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

  it('prevents the second call when the first has been', () => {
    const late = play(entering, [70, { type: 'CHANGE_NUMBER' }])
    expect(late.cancelQueue[0]?.request.sendAt).toBe(T0 + 115_000)
  })

  const refusedCancel: Step = {
    type: 'CANCEL_FAILED',
    verifyId: 'v1',
    error: failure('notCancellable'),
  }
  const unansweredCancel: Step = {
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

    it('does not offer the old code any more', () => {
      expect(resumable(changed.cancelQueue, T0 + 54_000)).toBeDefined()
      expect(resumable(lost.cancelQueue, T0 + 57_000)).toBe(undefined)
      expect(play(lost, [57, { type: 'RESUME_NUMBER' }])).toBe(lost)
    })

    it('cancels again when the same number is submitted, and starts then', () => {
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

    it('shows the code as one that may still work when that fails too, so that nobody is stranded', () => {
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

  it('waits with the next cancel as long as a busy service asks to', () => {
    const busy = play(
      changed,
      [55, cancelSent],
      [55, uncancelled('rateLimited', { retryAt: T0 + 75_000 })],
    )
    expect(busy.cancelQueue[0]?.request.sendAt).toBe(T0 + 75_000)
    const without = play(changed, [55, cancelSent], [55, uncancelled('rateLimited')])
    expect(without.cancelQueue[0]?.request.sendAt).toBe(T0 + 57_000)
  })

  it('repeats a cancel that fails after 2, 4 and 8 s, and at once less early', () => {
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

describe('429', () => {
  it('makes only the action wait that got it', () => {
    const limited: Step = {
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

  describe.each<[how: string, gone: Step]>([
    ['by a cancel that was thought to have failed', { type: 'CANCEL_OK', verifyId: 'v1' }],
    ['in another tab', { type: 'TAB_CANCELLED', verifyId: 'v1' }],
  ])('a code that is cancelled %s while it is checked', (_how, gone) => {
    const checking = play(entering, [31, code('123456')], [31, { type: 'CHECK_SENT' }], [35, gone])

    it.each<[answer: string, event: [number, Step], kind: string]>([
      ['is wrong', [36, wrong('123456', 'wrongCode')], 'cancelled'],
      ['is refused for now', [36, wrong('123456', 'rateLimited')], 'cancelled'],
    ])('is not gone back to when it %s', (_answer, event, kind) => {
      expect(play(checking, event)).toMatchObject({ step: { name: 'phone' }, notice: { kind } })
    })

    it.each<[answer: string, event: [number, Step]]>([
      ['cannot be read', [36, wrong('123456', 'uncertain')]],
      ['does not come', [41, { type: 'CLOCK' }]],
    ])('may have been right when the answer %s', (_answer, event) => {
      const state = play(checking, event)
      expect(state.step).toMatchObject({ name: 'expired', cause: 'unconfirmed' })
    })

    it('counts when it was right', () => {
      const right: Step = { type: 'CHECK_OK', verification: verification() }
      expect(play(checking, [36, right]).step.name).toBe('verified')
      expect(play(checking, [41, { type: 'CLOCK' }], [50, right]).step.name).toBe('verified')
    })
  })

  it.each<[how: string, away: Step]>([
    ['is left', change],
    ['was cancelled elsewhere', { type: 'TAB_CANCELLED', verifyId: 'v1' }],
    [
      'was replaced elsewhere',
      { type: 'TAB_REPLACED', verifyId: 'v1', verification: verification({ verifyId: 'v2' }) },
    ],
  ])('keeps the wait of a start when a code %s, and none of that code’s own', (_how, away) => {
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
  })

  it('waits 5, 10, 20, 40 and 60 s when nobody says how long, for each action by itself', () => {
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

  it('holds a start back that got it, and leaves the rest alone', () => {
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

  it('holds a cancel or a new code back that got it, and the code stays usable', () => {
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

  it('tells a limit of the team’s own backend from a busy service', () => {
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

describe('back online', () => {
  const offline: Step = { type: 'OFFLINE' }
  const online: Step = { type: 'ONLINE' }

  it('is news for ten seconds', () => {
    const back = play(entering, [5, offline], [6, online])
    expect(back.notice?.kind).toBe('backOnline')
    expect(nextWakeUp(back, T0 + 6_000)).toBe(T0 + 16_000)
    expect(play(back, [15, tick]).notice?.kind).toBe('backOnline')
    expect(play(back, [16, tick]).notice).toBe(undefined)
  })

  it('does not take the place of what matters more', () => {
    const renewed = { ...entering, notice: { kind: 'newCodeSent' } as const }
    expect(play(renewed, [5, offline], [6, online]).notice).toBe(renewed.notice)
    const told = play(entering, [5, offline], [5, code('123456')], [6, online])
    expect(told).toMatchObject({ error: undefined, notice: { kind: 'backOnline' } })
  })
})

describe('who sees it', () => {
  it('decides what time is waited for', () => {
    expect(nextWakeUp(entering, T0)).toBe(T0 + 30_000)
    expect(nextWakeUp(entering, T0, 'hidden')).toBe(undefined)
    const checking = play(entering, [10, code('123456')], [10, { type: 'CHECK_SENT' }])
    expect(nextWakeUp(checking, T0 + 10_000, 'hidden')).toBe(T0 + 20_000)
    expect(nextWakeUp(checking, T0 + 10_000, 'unmounted')).toBe(undefined)
    const left = play(entering, [5, change])
    expect(nextWakeUp(left, T0 + 5_000, 'unmounted')).toBe(T0 + 55_000)
  })
})

it('warns of a late call from the earliest instant at which it can come', () => {
  const uncertain = verification({ latestStart: T0 + 12_000 })
  const verifiedAt = (second: number): FlowState => {
    const at = T0 + second * 1000
    const step = { name: 'verified', verification: uncertain, at, source: 'this-tab' } as const
    return initialState({ step })
  }
  expect([56, 57, 72, 77, 78].map((second) => mayStillRing(verifiedAt(second)))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
})

it('has the deadlines of the service', () => {
  expect(deadlinesOf(verification({ latestStart: T0 + 1000 }))).toEqual({
    cancelAt: T0 + 31_000,
    expiresAt: T0 + 300_000,
    startAgainAt: T0 + 301_000,
    deliveries: [
      { at: T0 + 1_000, channel: 'sms' },
      { at: T0 + 61_000, channel: 'voice' },
      { at: T0 + 121_000, channel: 'voice' },
    ],
  })
})
