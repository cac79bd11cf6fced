import { textMagic } from '@phoneproof/client'
import { VerifyHttpError } from '@phoneproof/client'
import { describe, expect, it } from 'vitest'
import { announcementFor, roundedSeconds } from './announcements.ts'
import { type Verification, termsOf } from '../machine/deadlines.ts'
import type { FlowAction } from '../machine/flow-action.ts'
import { transition } from '../machine/transition.ts'
import { initialState, type FlowStep, type FlowState } from '../machine/flow-state.ts'

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
const start = {
  startId: 'a1',
  pressedAt: T0,
  phone,
  uncertain: false,
  validForMs: textMagic.codeValidForMs,
  acceptedBefore: undefined,
}
const request = { sendAt: T0, sentAt: T0, repeats: 0 }

const inStep = (step: FlowStep, changes: Partial<FlowState> = {}) =>
  initialState({ phone, codesSent: 1, step, ...changes })
const entering = inStep({ name: 'entering', verification })

/** What is said when a page that saw the one state at one second sees the other at another. */
function said(
  [from, before]: [second: number, state: FlowState],
  [to, after]: [second: number, state: FlowState],
) {
  const at = (second: number, state: FlowState) => ({
    state,
    now: T0 + second * 1000,
    announcement: undefined,
  })
  return announcementFor(at(from, before), at(to, after))
}

/** The same while only time passed. */
const heard = (from: number, to: number, state = entering) => {
  const news = said([from, state], [to, state])
  return news && `${news.kind} ${news.seconds}`
}

describe('time that passed', () => {
  it.each([
    { from: 29, to: 30, says: 'newCodePossible 270' },
    { from: 49, to: 50, says: 'callSoon 10' },
    { from: 239, to: 240, says: 'lastMinute 60' },
    { from: 269, to: 270, says: 'lastHalfMinute 30' },
  ])('says $says when it comes, at $to s', ({ from, to, says }) => {
    expect(heard(from, to)).toBe(says)
  })

  // A laptop that was shut, or a tab in the background.
  it.each([
    { to: 59, says: 'callSoon 1' },
    { to: 61, says: undefined },
    { to: 95, says: 'newCodePossible 210' },
    { to: 112, says: 'callSoon 8' },
    { to: 250, says: 'lastMinute 50' },
    { to: 296, says: 'lastHalfMinute 4' },
  ])('says $says after a sleep from 5 s to $to s: only what is still so', ({ to, says }) => {
    expect(heard(5, to)).toBe(says)
  })

  it('does not say that a new code is possible when it is not', () => {
    const notBefore = { start: T0 + 90_000 }
    expect(heard(5, 35, { ...entering, notBefore })).toBe(undefined)
  })

  it('says that a wait is over, once, and of no other wait than its own', () => {
    const busy = { ...entering, notBefore: { check: T0 + 45_000 } }
    expect(heard(40, 44, busy)).toBe(undefined)
    expect(heard(44, 45, busy)).toBe('waitOver 260')
    expect(heard(45, 46, busy)).toBe(undefined)
  })

  it('says that a start takes long, also one of a new code', () => {
    for (const mode of ['fresh', 'afterCancel', 'afterExpiry'] as const) {
      const starting = inStep({ name: 'starting', start, mode, request })
      expect(said([7, starting], [8, starting])?.kind).toBe('slow')
      expect(said([8, starting], [9, starting])?.kind).toBe(undefined)
    }
  })
})

describe('codes that came', () => {
  const fresh = inStep({ name: 'starting', start, mode: 'fresh', request })
  const left = initialState({ phone, cancelQueue: [{ verification, request }] })
  const other = { ...verification, verifyId: 'v2', latestStart: T0 + 40_000 }

  it('tells a new code from one that was sent before and one of another tab, with its time left', () => {
    const sent: FlowState = { ...entering, notice: { kind: 'codeSent' } }
    expect(said([0, fresh], [1, sent])).toEqual({ kind: 'codeSent', phone, seconds: 300 })
    expect(said([20, fresh], [50, sent])).toMatchObject({ kind: 'codeSent', seconds: 250 })
    // *Keep using*, and a number that another tab or the backend had.
    expect(said([40, left], [40, entering])).toMatchObject({ kind: 'resumed', seconds: 260 })
    const adopted: FlowState = { ...entering, notice: { kind: 'alreadySent' } }
    expect(said([40, fresh], [40, adopted])).toMatchObject({ kind: 'resumed', seconds: 260 })
    const replaced = inStep(
      { name: 'entering', verification: other },
      { notice: { kind: 'replacedElsewhere' } },
    )
    expect(said([41, entering], [50, replaced])?.kind).toBe('replaced')
  })

  it('is about the number that was meant then, and no other', () => {
    const notice = { kind: 'mayStillCall', phone: '+12133734253' } as const
    expect(said([60, left], [61, { ...left, notice }])).toMatchObject({
      kind: 'mayStillCall',
      phone: '+12133734253',
    })
  })
})

describe('what a press or the service changed', () => {
  const checking = inStep({ name: 'checking', verification, code: '123456', request })
  const failed = (kind: 'notActive' | 'locked', second: number) => {
    const error = new VerifyHttpError(kind, { kind, operation: 'check' })
    const event = { type: 'CHECK_FAILED', verifyId: 'v1', code: '123456', error } as const
    return transition(checking, { ...event, at: T0 + second * 1000 } satisfies FlowAction)
  }
  const blocked = (uncertain: boolean): FlowState =>
    inStep({
      name: 'blocked',
      start: { ...start, uncertain },
      until: T0 + 300_000,
      retryAt: T0 + 30_000,
    })
  const starting = inStep({ name: 'starting', start, mode: 'fresh', request })
  const number = initialState({ phone })

  it.each<[says: string, before: FlowState, after: FlowState]>([
    ['sending', number, starting],
    ['sendingNewCode', entering, inStep({ ...resending(), name: 'resendCancelling' })],
    ['checking', entering, checking],
    ['cancelling', entering, inStep({ name: 'cancelling', verification, request })],
    ['uncertainText', starting, inStep({ name: 'startUncertain', start, mode: 'fresh' })],
    ['blockedText', starting, blocked(false)],
    ['lostText', starting, blocked(true)],
    ['whileChecking', checking, failed('notActive', 299)],
    ['ended', checking, failed('notActive', 60)],
    ['lockedText', checking, failed('locked', 60)],
    ['cancelled', entering, { ...number, notice: { kind: 'cancelled' } }],
    ['cancelledElsewhere', entering, { ...number, notice: { kind: 'cancelledElsewhere' } }],
    ['expiredWhileAway', number, { ...number, notice: { kind: 'expiredWhileAway' } }],
    ['mayStillCall', number, { ...number, notice: { kind: 'mayStillCall', phone } }],
    ['backOnline', entering, { ...entering, notice: { kind: 'backOnline' } }],
  ])('says %s, once (A11Y-6)', (kind, before, after) => {
    expect(said([10, before], [10, after])?.kind).toBe(kind)
    expect(said([10, after], [11, after])).toBe(undefined)
  })

  it('says once that a new code is sent, though that is two requests', () => {
    const cancelling = inStep({ ...resending(), name: 'resendCancelling' })
    const sending = inStep({ name: 'starting', start, mode: 'afterCancel', request })
    expect(said([41, cancelling], [42, sending])).toBe(undefined)
  })

  function resending() {
    return { verification, start, codeBefore: '', request }
  }
})

it('speaks of tens of seconds before the last minute', () => {
  const spoken = [300, 298.2, 286, 260, 61, 60, 59.2, 4, 0]
  expect(spoken.map((left) => roundedSeconds(T0 + left * 1000, T0))).toEqual([
    300, 300, 290, 260, 60, 60, 60, 4, 0,
  ])
})
