import { VerifyHttpError, type VerifyErrorKind } from '@phoneproof/client'
import { describe, expect, it } from 'vitest'
import { timelineOf, type Verification } from './timeline.state.ts'
import { transition, type VerificationEvent } from './verification.machine.ts'
import { initialState, verificationOf, type VerificationState } from './verification.state.ts'

const T0 = 1_800_000_000_000
const phone = '+447400123456'
const other = '+12133734253'

const verification = (changes: Partial<Verification> = {}): Verification => ({
  verifyId: 'v1',
  phone,
  codeLength: 6,
  workflowId: 1,
  earliestStart: T0,
  latestStart: T0,
  ...changes,
})

const failure = (
  kind: VerifyErrorKind,
  details: { retryAt?: number; attemptsLeft?: number } = {},
) => new VerifyHttpError(kind, { kind, operation: 'start', ...details })

type Step = VerificationEvent extends infer E
  ? E extends { at: number }
    ? Omit<E, 'at'>
    : never
  : never

/** Runs events, each at its second after T0. */
function play(
  state: VerificationState,
  ...events: [second: number, event: Step][]
): VerificationState {
  return events.reduce(
    // SAFETY: adding `at` back makes the event it was taken from.
    (current, [second, event]) =>
      transition(current, { ...event, at: T0 + second * 1000 } as VerificationEvent),
    state,
  )
}

const submit: Step = { type: 'SUBMIT_PHONE', phone, attemptId: 'a1' }
const sent: Step = { type: 'START_SENT', attemptId: 'a1' }
const ok: Step = { type: 'START_OK', attemptId: 'a1', verification: verification() }
const entering = play(initialState(), [0, submit], [0, sent], [0, ok])
const code = (text: string): Step => ({ type: 'SUBMIT_CODE', code: text })
const wrong = (text: string, kind: VerifyErrorKind = 'wrongCode'): Step => ({
  type: 'CHECK_FAILED',
  verifyId: 'v1',
  code: text,
  error: failure(kind),
})

describe('starting', () => {
  it('goes from a number to the code step when the service accepts it', () => {
    expect(play(initialState(), [0, submit]).main.step).toBe('starting')
    expect(entering.main).toEqual({ step: 'entering', verification: verification() })
    expect(entering.notice).toEqual({ kind: 'codeSent' })
    expect(entering.starts).toBe(1)
  })

  it('refuses a number that is not E.164 without asking the service', () => {
    const state = play(initialState(), [0, { type: 'SUBMIT_PHONE', phone: '0740', attemptId: 'a' }])
    expect(state.main.step).toBe('phone')
    expect(state.error).toEqual({ kind: 'invalidPhone' })
  })

  it('says that nothing was sent when the device is offline', () => {
    const state = play(initialState(), [0, { type: 'OFFLINE' }], [0, submit])
    expect(state.main.step).toBe('phone')
    expect(state.error?.kind).toBe('offline')
    expect(state.phone).toBe(phone)
  })

  it('ignores a second press while the first is on its way, by identity', () => {
    const starting = play(initialState(), [0, submit], [0, sent])
    expect(play(starting, [1, { ...submit, attemptId: 'a2' }])).toBe(starting)
  })

  it('becomes uncertain after 15 s without an answer, and adopts the answer when it comes late', () => {
    const uncertain = play(initialState(), [0, submit], [0, sent], [15, { type: 'CLOCK' }])
    expect(uncertain.main.step).toBe('startUncertain')
    expect(play(uncertain, [40, ok]).main.step).toBe('entering')
  })

  it('never loses the id of a start whose answer comes after the person left', () => {
    const left = play(
      initialState(),
      [0, submit],
      [0, sent],
      [2, { type: 'CHANGE_NUMBER' }],
      [3, ok],
    )
    expect(left.main.step).toBe('phone')
    expect(left.queue.map((entry) => entry.verification.verifyId)).toEqual(['v1'])
  })

  it('shows who has the number when the service says 409, with an end that repeats do not move', () => {
    const conflict: Step = { type: 'START_CONFLICT', attemptId: 'a1' }
    const blocked = play(initialState(), [0, submit], [0, sent], [0, conflict])
    expect(blocked.main).toMatchObject({
      step: 'blocked',
      until: T0 + 300_000,
      retryAt: T0 + 30_000,
    })
    const early = play(blocked, [29, { type: 'RETRY' }])
    expect(early).toBe(blocked)
    const again = play(blocked, [30, { type: 'RETRY' }], [30, sent], [31, conflict])
    expect(again.main).toMatchObject({ step: 'blocked', until: T0 + 300_000, retryAt: T0 + 61_000 })
  })

  it('repeats a 409 right after a cancel three times before believing it', () => {
    const conflict: Step = { type: 'START_CONFLICT', attemptId: 'a2' }
    const resent: Step = { type: 'START_SENT', attemptId: 'a2' }
    const restarting = play(
      entering,
      [30, { type: 'NEW_CODE', attemptId: 'a2' }],
      [30, { type: 'CANCEL_OK', verifyId: 'v1' }],
      [30, resent],
      [30, conflict],
    )
    expect(restarting.main).toMatchObject({ step: 'starting', request: { sendAt: T0 + 32_000 } })
    const given = play(
      restarting,
      [32, resent],
      [32, conflict],
      [36, resent],
      [36, conflict],
      [44, resent],
      [44, conflict],
    )
    expect(given.main.step).toBe('blocked')
  })
})

describe('entering the code', () => {
  it('checks a complete code, and is verified when the service says so', () => {
    const checking = play(entering, [10, code('123456')])
    expect(checking.main).toMatchObject({ step: 'checking', code: '123456' })
    const verified = play(checking, [11, { type: 'CHECK_OK', verifyId: 'v1' }])
    expect(verified.main).toMatchObject({ step: 'verified', source: 'this-tab' })
    expect(verified.code).toBe('')
  })

  it('keeps the digits after a wrong code, and does not send a refused code again', () => {
    const state = play(
      entering,
      [5, { type: 'CODE_CHANGED', code: '111111' }],
      [5, code('111111')],
      [6, wrong('111111')],
    )
    expect(state).toMatchObject({ code: '111111', wrong: 1, error: { kind: 'wrongCode' } })
    const again = play(state, [7, code('111111')])
    expect(again.main.step).toBe('entering')
    expect(again.error?.kind).toBe('alreadyTried')
  })

  it('ignores a second submission while one is being checked, by identity', () => {
    const checking = play(entering, [10, code('123456')])
    expect(play(checking, [10, code('123456')], [10, { type: 'CANCEL' }])).toBe(checking)
  })

  it('asks for all digits of a short code', () => {
    expect(play(entering, [5, code('123')]).error?.kind).toBe('incompleteCode')
  })

  it('keeps an unanswered code and lets it be sent again', () => {
    const checking = play(entering, [10, code('123456')], [10, { type: 'CHECK_SENT' }])
    const state = play(checking, [20, { type: 'CLOCK' }])
    expect(state).toMatchObject({ main: { step: 'entering' }, error: { kind: 'checkUncertain' } })
    expect(play(state, [21, code('123456')]).main.step).toBe('checking')
    expect(play(state, [25, { type: 'CHECK_OK', verifyId: 'v1' }]).main.step).toBe('verified')
  })

  it('counts a right answer that comes after the local end', () => {
    const late = play(entering, [299, code('123456')], [300, { type: 'CLOCK' }])
    expect(late.main.step).toBe('checking')
    expect(play(late, [301, { type: 'CHECK_OK', verifyId: 'v1' }]).main.step).toBe('verified')
  })

  it('calls a dead id expired near the end, and ended before', () => {
    const dead = wrong('123456', 'notActive')
    expect(play(entering, [299, code('123456')], [301, dead]).main).toMatchObject({
      cause: 'whileChecking',
    })
    expect(play(entering, [100, code('123456')], [101, dead]).main).toMatchObject({
      cause: 'ended',
    })
  })

  it('expires at exactly 300 s', () => {
    expect(play(entering, [299.999, { type: 'CLOCK' }]).main.step).toBe('entering')
    expect(play(entering, [300, { type: 'CLOCK' }]).main).toMatchObject({
      step: 'expired',
      cause: 'time',
    })
  })

  it('stops when the service says there were too many wrong codes, and ends the calls', () => {
    const locked = play(entering, [40, code('123456')], [41, wrong('123456', 'locked')])
    expect(locked.main.step).toBe('locked')
    expect(locked.queue[0]?.request.sendAt).toBe(T0 + 41_000)
  })
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
      main: { step: 'phone' },
      phone,
      notice: { kind: 'cancelled' },
    })
  })

  it('keeps the code when a cancel fails', () => {
    const failed: Step = { type: 'CANCEL_FAILED', verifyId: 'v1', error: failure('uncertain') }
    const state = play(entering, [40, { type: 'CANCEL' }], [41, failed])
    expect(state).toMatchObject({ main: { step: 'entering' }, error: { kind: 'cancelFailed' } })
  })

  it('cancels, then starts, for a new code', () => {
    const asked = play(entering, [35, { type: 'NEW_CODE', attemptId: 'a2' }])
    expect(asked.main.step).toBe('resendCancelling')
    const starting = play(asked, [36, { type: 'CANCEL_OK', verifyId: 'v1' }])
    expect(starting.main).toMatchObject({ step: 'starting', mode: 'afterCancel' })
    const fresh = verification({
      verifyId: 'v2',
      earliestStart: T0 + 36_000,
      latestStart: T0 + 36_000,
    })
    const again = play(
      starting,
      [36, { type: 'START_SENT', attemptId: 'a2' }],
      [36, { type: 'START_OK', attemptId: 'a2', verification: fresh }],
    )
    expect(verificationOf(again)?.verifyId).toBe('v2')
    expect(again.notice?.kind).toBe('newCodeSent')
  })

  it('gives the digits back when the cancel before a new code fails', () => {
    const failed: Step = { type: 'CANCEL_FAILED', verifyId: 'v1', error: failure('uncertain') }
    const state = play(
      entering,
      [34, { type: 'CODE_CHANGED', code: '12' }],
      [35, { type: 'NEW_CODE', attemptId: 'a2' }],
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
    const state = play(entering, [70, { type: 'NEW_CODE', attemptId: 'a2' }], [71, refused])
    expect(state.error).toEqual({ kind: 'newCodeNotYet', retryAt: T0 + 300_000 })
    expect(play(state, [72, { type: 'NEW_CODE', attemptId: 'a3' }])).toBe(state)
  })

  it('starts without a cancel once the code has expired', () => {
    const state = play(
      entering,
      [300, { type: 'CLOCK' }],
      [301, { type: 'NEW_CODE', attemptId: 'a2' }],
    )
    expect(state.main).toMatchObject({ step: 'starting', mode: 'afterExpiry' })
  })

  it('suggests to check the number after three codes', () => {
    const state = play({ ...entering, starts: 3 }, [40, { type: 'NEW_CODE', attemptId: 'a4' }])
    expect(state.error?.kind).toBe('tooManyCodes')
  })
})

describe('changing the number', () => {
  const changed = play(entering, [5, { type: 'CHANGE_NUMBER' }])

  it('is possible at once, keeps the number, and cancels just before the call', () => {
    expect(changed).toMatchObject({ main: { step: 'phone' }, phone })
    expect(changed.queue[0]?.request.sendAt).toBe(T0 + 55_000)
  })

  it('goes back to the running code when the same number is submitted, without a request', () => {
    const back = play(changed, [10, { ...submit, attemptId: 'a2' }])
    expect(back.main).toEqual({ step: 'entering', verification: verification() })
    expect(back.queue).toEqual([])
    expect(back.inFlight).toEqual([])
  })

  it('cancels the old number as soon as allowed when another is submitted', () => {
    const moved = play(changed, [10, { type: 'SUBMIT_PHONE', phone: other, attemptId: 'a2' }])
    expect(moved.main).toMatchObject({ step: 'starting', attempt: { phone: other } })
    expect(moved.queue[0]?.request.sendAt).toBe(T0 + 30_000)
  })

  it('prevents the second call when the first has been', () => {
    const late = play(entering, [70, { type: 'CHANGE_NUMBER' }])
    expect(late.queue[0]?.request.sendAt).toBe(T0 + 115_000)
  })

  it('goes back on request', () => {
    expect(play(changed, [20, { type: 'KEEP_NUMBER' }]).main.step).toBe('entering')
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
    expect(play(state, [42, code('123456')])).toMatchObject({ main: { step: 'entering' } })
    expect(play(state, [42, { type: 'CANCEL' }]).main.step).toBe('cancelling')
    expect(play(state, [60, code('123456')]).main.step).toBe('checking')
  })
})

it('has the deadlines of the service', () => {
  expect(timelineOf(verification({ latestStart: T0 + 1000 }))).toEqual({
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
