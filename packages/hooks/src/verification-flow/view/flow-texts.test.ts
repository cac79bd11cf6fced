import { textMagic } from '@phoneproof/client'
import { VerifyHttpError, type VerifyErrorKind } from '@phoneproof/client'
import { describe, expect, it } from 'vitest'
import { alertText, errorText, introText, validityText, waitText } from './flow-texts.ts'
import { type Verification, termsOf } from '../machine/deadlines.ts'
import type { FlowAction } from '../machine/flow-action.ts'
import { transition } from '../machine/transition.ts'
import { verificationFlowMessages as words } from './verification-flow.messages.ts'
import { defaultSettings, initialState, type FlowState } from '../machine/flow-state.ts'
import { availabilityOf } from '../machine/availability.ts'
import { waitReasons } from './wait-reasons.ts'

// That a sentence is true where it stands: it says what failed, and never more than is known.

const T0 = 1_800_000_000_000
const phone = '+447400123456'
const verification: Verification = {
  verifyId: 'v1',
  phone,
  codeLength: 6,
  terms: termsOf(textMagic),
  earliestStart: T0,
  latestStart: T0,
}

type Step = FlowAction extends infer E ? (E extends { at: number } ? Omit<E, 'at'> : never) : never

/** Runs events, each at its second after T0. */
const play = (state: FlowState, ...events: [second: number, event: Step][]) =>
  events.reduce(
    // SAFETY: adding `at` back makes the event it was taken from.
    (now, [second, event]) => transition(now, { ...event, at: T0 + second * 1000 } as FlowAction),
    state,
  )

const snapshot = (state: FlowState, second: number) => ({
  state,
  now: T0 + second * 1000,
  announcement: undefined,
})

const submit: Step = { type: 'SUBMIT_PHONE', phone, startId: 'a1' }
const started = (token: number, verifyId: string): [Step, Step] => [
  { type: 'START_SENT' },
  { type: 'START_OK', token, verification: { ...verification, verifyId } },
]
const [sent, ok] = started(1, 'v1')
const entering = play(initialState(), [0, submit], [0, sent], [0, ok])
const failure = (
  kind: VerifyErrorKind,
  details: { retryAt?: number; attemptsLeft?: number } = {},
) => new VerifyHttpError(kind, { kind, operation: 'check', ...details })
const code = (text: string): Step => ({ type: 'SUBMIT_CODE', code: text })
const checkFailed = (text: string, error: VerifyHttpError, verifyId = 'v1'): Step => ({
  type: 'CHECK_FAILED',
  verifyId,
  code: text,
  error,
})
const newCode: Step = { type: 'NEW_CODE', startId: 'a2' }
const cancelled: Step = { type: 'CANCEL_OK', verifyId: 'v1' }
const resent = play(
  entering,
  [40, newCode],
  [41, cancelled],
  ...started(2, 'v2').map((event): [number, Step] => [41, event]),
)

describe('the reason of a failure', () => {
  const startFailed = (kind: VerifyErrorKind): Step => ({
    type: 'START_FAILED',
    token: 2,
    error: failure(kind),
  })

  it('says that checking does not work, of a check that was refused', () => {
    const refused = play(
      entering,
      [5, code('123456')],
      [6, checkFailed('123456', failure('unavailable'))],
    )
    expect(errorText(refused, words)).toMatch(/^We can’t check codes right now\. We’ve kept yours/)
    expect(refused.code).toBe('123456')
  })

  it('says that the old code was stopped only where it was (E-7)', () => {
    const [resending] = started(2, 'v2')
    const expired = play(entering, [300, { type: 'CLOCK' }])
    const afterEnd = play(
      expired,
      [301, newCode],
      [301, resending],
      [302, startFailed('unavailable')],
    )
    expect(errorText(afterEnd, words)).toBe(words.errors.unavailable(details()))
    const afterCancel = play(
      entering,
      [40, newCode],
      [41, cancelled],
      [41, resending],
      [42, startFailed('unavailable')],
    )
    expect(errorText(afterCancel, words)).toMatch(
      /^The old code no longer works, and we couldn’t send a new one/,
    )
  })

  it('says nothing of a new code of which nobody knows whether it was sent (E-2)', () => {
    const [resending] = started(2, 'v2')
    const uncertain = play(
      entering,
      [40, newCode],
      [41, cancelled],
      [41, resending],
      [56, { type: 'CLOCK' }],
    )
    expect(uncertain).toMatchObject({
      step: { name: 'startUncertain' },
      error: undefined,
      notice: { kind: 'oldCodeStopped' },
    })
  })

  it('says offline that the code is kept where a code was sent, and elsewhere that nothing was', () => {
    const offline = play(
      entering,
      [40, { type: 'CODE_CHANGED', code: '123456' }],
      [40, { type: 'OFFLINE' }],
    )
    expect(errorText(play(offline, [41, code('123456')]), words)).toMatch(/We’ve kept your code/)
    for (const event of [{ type: 'CANCEL' }, newCode] as const) {
      expect(errorText(play(offline, [41, event]), words)).toMatch(/Nothing was sent/)
    }
    const back = play(offline, [41, code('123456')], [42, { type: 'ONLINE' }])
    expect(back.error).toBe(undefined)
  })

  it('says that a text without one whole code was not used', () => {
    const rejected = play(entering, [5, { type: 'CODE_REJECTED' }])
    expect(errorText(rejected, words)).toMatch(/^We couldn’t find a 6-digit code/)
    expect(play(rejected, [6, { type: 'CODE_CHANGED', code: '1' }]).error).toBe(undefined)
  })

  function details() {
    return { codeLength: 6, failedAttempts: 0, codesSent: 1, attemptsLeft: undefined }
  }
})

describe('wrong codes', () => {
  const wrong = (state: FlowState, text: string, verifyId = 'v1') =>
    play(state, [50, code(text)], [51, checkFailed(text, failure('wrongCode'), verifyId)])
  const newest = /Use the code from the most recent message/

  it('asks for the most recent message at the first wrong code after a new one was sent (E-7)', () => {
    expect(errorText(wrong(entering, '111111'), words)).not.toMatch(newest)
    expect(errorText(wrong(resent, '111111', 'v2'), words)).toMatch(newest)
  })

  it('counts over all codes of the flow: nothing but a new flow forgets them (E-7)', () => {
    const once = wrong(entering, '111111')
    const lives = {
      'an end by time': play(once, [300, { type: 'CLOCK' }], [301, newCode]),
      'a number left and kept': play(
        once,
        [52, { type: 'CHANGE_NUMBER' }],
        [53, { type: 'RESUME_NUMBER' }],
      ),
      'a cancel': play(once, [52, { type: 'CANCEL' }], [53, cancelled]),
      'a new code': play(once, [52, newCode], [53, cancelled]),
      'a cancel elsewhere': play(once, [52, { type: 'TAB_CANCELLED', verifyId: 'v1' }]),
    }
    expect(Object.values(lives).map((state) => state.failedAttempts)).toEqual([1, 1, 1, 1, 1])
    expect(play(once, [52, { type: 'RESET' }]).failedAttempts).toBe(0)
  })
})

describe('the reason of a wait', () => {
  const said = (state: FlowState, second: number) =>
    waitReasons(snapshot(state, second)).map(
      ({ reason }) => reason && waitText(reason, 'TIME', words),
    )
  const cancelFailed = (kind: VerifyErrorKind, retryAt?: number): Step => ({
    type: 'CANCEL_FAILED',
    verifyId: 'v1',
    error: failure(kind, retryAt === undefined ? {} : { retryAt }),
  })
  const typed: Step = { type: 'CODE_CHANGED', code: '1' }

  it('stays after a refused cancel, for both buttons, when somebody types (E-7)', () => {
    for (const press of [{ type: 'CANCEL' }, newCode] as const) {
      const refused = play(entering, [70, press], [71, cancelFailed('notCancellable')], [72, typed])
      expect(refused.error).toBe(undefined)
      expect(availabilityOf(snapshot(refused, 73), 'cancel')).toMatchObject({ reason: 'tooLateIn' })
      expect(availabilityOf(snapshot(refused, 73), 'newCode')).toMatchObject({
        reason: 'tooLateIn',
        from: T0 + 300_000,
      })
      expect(said(refused, 73)).toEqual([
        'It’s too late to cancel. You can get a new code in TIME.',
      ])
    }
  })

  it('stays after a 429, for the button that got it, when somebody types (E-12)', () => {
    const retryAt = T0 + 90_000
    const busy: [FlowState, string][] = [
      [
        play(entering, [40, { type: 'CANCEL' }], [41, cancelFailed('rateLimited', retryAt)]),
        'cancel',
      ],
      [play(entering, [40, newCode], [41, cancelFailed('rateLimited', retryAt)]), 'get a new code'],
      [
        play(
          entering,
          [40, code('123456')],
          [41, checkFailed('123456', failure('rateLimited', { retryAt }))],
        ),
        'check a code',
      ],
    ]
    for (const [state, action] of busy) {
      expect(said(play(state, [42, typed]), 43)).toEqual([`You can ${action} in TIME.`])
      expect(alertText(snapshot(state, 40), words)).toBe(
        `We’re very busy right now. You can ${action} in 50 seconds.`,
      )
      expect(said(state, 90)).toEqual([])
    }
  })

  it('is said of a locked code until its cancel is done', () => {
    const locked = play(
      entering,
      [10, code('123456')],
      [11, checkFailed('123456', failure('locked'))],
    )
    expect(said(locked, 12)).toEqual(['You can get a new code in TIME.'])
    const sending = play(locked, [30, { type: 'CANCEL_SENT', verifyId: 'v1' }])
    expect(said(sending, 30)).toEqual(['We’re cancelling the old code first…'])
    expect(said(play(sending, [31, cancelled]), 31)).toEqual([])
  })

  it('is said when a whole code is typed while checks have to wait (E-12)', () => {
    const busy = { ...entering, notBefore: { check: T0 + 45_000 } }
    const typedWhole = play(busy, [40, code('123456')])
    expect(typedWhole).toMatchObject({
      step: { name: 'entering' },
      code: '123456',
      error: { kind: 'rateLimited', retryAt: T0 + 45_000 },
    })
  })

  it('is said of another code than the one that may still be confirmed after the end (E-11)', () => {
    const unconfirmed = play(
      entering,
      [295, code('123456')],
      [296, checkFailed('123456', failure('uncertain'))],
      [301, { type: 'CLOCK' }],
    )
    const other = play(unconfirmed, [310, code('654321')])
    expect(errorText(other, words)).toMatch(/expired/)
    expect(play(unconfirmed, [310, code('123456')]).step.name).toBe('checking')
  })
})

describe('the introduction', () => {
  const number = { text: 'NUMBER', isLandline: false }
  const intro = (state: FlowState, isLandline = false) =>
    introText(state, words, { ...number, isLandline })
  const of = (workflowId: number) => {
    const terms = termsOf(textMagic, workflowId)
    return {
      before: initialState({ settings: { ...defaultSettings, terms } }),
      after: initialState({ step: { name: 'entering', verification: { ...verification, terms } } }),
    }
  }

  it('promises the texts and calls that the schedule has, and no others (A11Y-19)', () => {
    expect(intro(of(1).before)).toMatch(/text you.*call you/)
    expect(intro(of(2).before)).toMatch(/text you.*call you/)
    for (const texts of [4, 6] as const) expect(intro(of(texts).before)).not.toMatch(/call/)
    for (const calls of [3, 7] as const) {
      expect(intro(of(calls).before)).not.toMatch(/text/)
      expect(intro(of(calls).after)).toMatch(/automated call to NUMBER/)
    }
  })

  it('promises a call to a landline where there is one, and stays true for five minutes (E-8)', () => {
    expect(intro(of(1).after, true)).toMatch(/landline.*in an automated call/)
    expect(intro(of(6).after, true)).toMatch(/landline, which can’t get text messages/)
    for (const id of [1, 6] as const) expect(intro(of(id).after, true)).not.toMatch(/1 minute/)
  })

  it('says how long codes are valid, not how long this one still is', () => {
    expect(intro(of(1).after)).toBe('We sent a code to NUMBER.')
    expect(validityText(of(1).after, words)).toBe('Codes are valid for 5 minutes.')
  })
})

it('names no cause that it cannot know, of a code that ended or a number that is busy', () => {
  expect(words.expiredText.ended).toMatch(/used, cancelled, replaced or tried too many times/)
  expect(words.blockedHeading).not.toMatch(/on its way/)
})
