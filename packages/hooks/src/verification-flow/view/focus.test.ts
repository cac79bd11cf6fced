import { textMagic } from '@phoneproof/client'
import { describe, expect, it } from 'vitest'
import { focusTargetFor, isCodeReturned } from './focus.ts'
import { type Verification, termsOf } from '../machine/deadlines.ts'
import { initialState, type FlowErrorKind, type FlowState } from '../machine/flow-state.ts'

const phone = '+447400123456'
const verification: Verification = {
  verifyId: 'v1',
  phone,
  codeLength: 6,
  terms: termsOf(textMagic),
  earliestStart: 0,
  latestStart: 0,
}
const request = { sendAt: 0, sentAt: 0, repeats: 0 }
const start = {
  startId: 'a1',
  pressedAt: 0,
  phone,
  uncertain: false,
  validForMs: textMagic.codeValidForMs,
  acceptedBefore: undefined,
}

const inStep = (step: FlowState['step'], error?: FlowErrorKind) =>
  initialState({ step, error: error && { kind: error } })
const number = inStep({ name: 'phone' })
const entering = inStep({ name: 'entering', verification })
const expired = { name: 'expired', verification, cause: 'time' } as const
const uncertain = { name: 'startUncertain', start, mode: 'fresh' } as const
const starting = (problem?: typeof expired | typeof uncertain) =>
  inStep({ name: 'starting', start, mode: 'fresh', request, problem })

describe('after an error', () => {
  const withError = (error: FlowErrorKind) => inStep({ name: 'entering', verification }, error)

  it.each(['wrongCode', 'alreadyTried'] as const)('selects digits that are %s', (error) => {
    const checking = inStep({ name: 'checking', verification, code: '123456', request })
    expect(focusTargetFor(checking, withError(error))).toBe('codeSelected')
  })

  it('goes on with digits that are only too few', () => {
    expect(focusTargetFor(entering, withError('incompleteCode'))).toBe('code')
  })

  // Each of these was a press of a button, which stays where it is.
  it.each([
    'offline',
    'checkOffline',
    'checkUncertain',
    'checkUnavailable',
    'rateLimited',
    'cancelFailed',
    'notCancellable',
    'newCodeFailed',
    'newCodeNotYet',
  ] as const)('stays on the button after %s', (error) => {
    const before = [
      entering,
      inStep({ name: 'checking', verification, code: '123456', request }),
      inStep({ name: 'cancelling', verification, request }),
      inStep({ name: 'resendCancelling', verification, start, codeBefore: '', request }),
    ]
    for (const each of before) expect(focusTargetFor(each, withError(error))).toBe(undefined)
  })

  it.each<[kind: FlowErrorKind, isReturned: boolean]>([
    ['checkOffline', true],
    ['checkUncertain', true],
    ['checkUnavailable', true],
    ['codeExpired', true],
    ['tooManyTries', true],
    ['rateLimited', false],
    ['incompleteCode', false],
    ['noCodeFound', false],
    ['offline', false],
    ['cancelFailed', false],
    ['newCodeFailed', false],
  ])('lets a code be typed over that nobody judged, after %s: %s', (kind, isReturned) => {
    const checking = inStep({ name: 'checking', verification, code: '123456', request })
    for (const before of [entering, checking]) {
      expect(isCodeReturned(before, withError(kind))).toBe(isReturned)
    }
    const told = withError(kind)
    expect(isCodeReturned(told, { ...told })).toBe(false)
  })

  it('tells a busy check from a busy cancel', () => {
    const error = { kind: 'rateLimited', retryAt: 7 } as const
    const after = (notBefore: FlowState['notBefore']) => ({ ...entering, error, notBefore })
    expect(isCodeReturned(entering, after({ check: 7 }))).toBe(true)
    expect(isCodeReturned(entering, after({ cancel: 7 }))).toBe(false)
    expect(isCodeReturned(entering, after({ newCode: 7, check: 3 }))).toBe(false)
  })

  it('goes to the number only when the number is what is wrong', () => {
    expect(focusTargetFor(starting(), inStep({ name: 'phone' }, 'invalidPhone'))).toBe('phone')
    expect(focusTargetFor(starting(), inStep({ name: 'phone' }, 'unavailable'))).toBe(undefined)
    expect(focusTargetFor(number, inStep({ name: 'phone' }, 'offline'))).toBe(undefined)
  })
})

describe('while a start is on its way', () => {
  it('stays on the button of the screen that stays', () => {
    expect(focusTargetFor(inStep(expired), starting(expired))).toBe(undefined)
    expect(focusTargetFor(inStep(uncertain), starting(uncertain))).toBe(undefined)
    expect(focusTargetFor(starting(uncertain), inStep(uncertain))).toBe(undefined)
  })

  it('goes where the answer leads', () => {
    expect(focusTargetFor(starting(expired), entering)).toBe('code')
    expect(focusTargetFor(starting(), entering)).toBe('code')
    expect(focusTargetFor(starting(expired), inStep(uncertain))).toBe('retry')
    expect(focusTargetFor(starting(expired), inStep({ name: 'phone' }, 'unavailable'))).toBe(
      'phone',
    )
    const resent = inStep({ name: 'starting', start, mode: 'afterCancel', request })
    expect(focusTargetFor(resent, entering)).toBe('code')
  })
})

it('follows the screens, and not the clock', () => {
  expect(focusTargetFor(entering, inStep(expired))).toBe('newCode')
  expect(focusTargetFor(entering, number)).toBe('phone')
  expect(focusTargetFor(number, entering)).toBe('code')
  const verified = { name: 'verified', verification, at: 0, source: 'this-tab' } as const
  expect(focusTargetFor(entering, inStep(verified))).toBe('heading')
  expect(focusTargetFor(entering, { ...entering, notice: { kind: 'backOnline' } })).toBe(undefined)
})
