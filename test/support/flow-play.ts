// The machine of the flow, played by hand: actions by name, and a state to begin from.
import { textMagic, VerifyHttpError, type VerifyErrorKind } from '@phoneproof/client'
import type { FlowState, Verification } from '@phoneproof/hooks'
import {
  initialState,
  termsOf,
  transition,
  type FlowAction,
  type UndatedAction,
} from '@phoneproof/hooks/internal/verification-flow'

export const T0 = 1_800_000_000_000
export const phone = '+447400123456'
export const other = '+12133734253'

export const verification = (changes: Partial<Verification> = {}): Verification => ({
  verifyId: 'v1',
  phone,
  codeLength: 6,
  terms: termsOf(textMagic),
  earliestStart: T0,
  latestStart: T0,
  ...changes,
})

export const failure = (
  kind: VerifyErrorKind,
  details: { retryAt?: number; attemptsLeft?: number } = {},
) => new VerifyHttpError(kind, { kind, operation: 'start', ...details })

/** Takes actions, each at its second after T0. */
export function play(
  state: FlowState,
  ...actions: [second: number, action: UndatedAction][]
): FlowState {
  return actions.reduce(
    // SAFETY: adding `at` makes it the action that `at` was taken from.
    (current, [second, action]) =>
      transition(current, { ...action, at: T0 + second * 1000 } as FlowAction),
    state,
  )
}

export const submit = {
  type: 'SUBMIT_PHONE',
  phone,
  startId: 'a1',
} as const satisfies UndatedAction
export const sent = { type: 'START_SENT' } as const satisfies UndatedAction
/** The answer to the nth start. */
export const okTo = (token: number, changes: Partial<Verification> = {}): UndatedAction => ({
  type: 'START_OK',
  token,
  verification: verification(changes),
})
export const ok = okTo(1)
export const conflictTo = (token: number): UndatedAction => ({ type: 'START_CONFLICT', token })
export const checked = {
  type: 'CHECK_OK',
  verification: verification(),
} as const satisfies UndatedAction
export const entering = play(initialState(), [0, submit], [0, sent], [0, ok])
export const code = (text: string): UndatedAction => ({ type: 'SUBMIT_CODE', code: text })
export const wrong = (text: string, kind: VerifyErrorKind = 'wrongCode'): UndatedAction => ({
  type: 'CHECK_FAILED',
  verifyId: 'v1',
  code: text,
  error: failure(kind),
})

export const failed = (token: number, kind: VerifyErrorKind, details = {}): UndatedAction => ({
  type: 'START_FAILED',
  token,
  error: failure(kind, details),
})
export const uncancelled = (kind: VerifyErrorKind, details = {}): UndatedAction => ({
  type: 'CANCEL_FAILED',
  verifyId: 'v1',
  error: failure(kind, details),
})
export const tick = { type: 'CLOCK' } as const satisfies UndatedAction
export const change = { type: 'CHANGE_NUMBER' } as const satisfies UndatedAction
export const cancelled = { type: 'CANCEL_OK', verifyId: 'v1' } as const satisfies UndatedAction
export const cancelSent = { type: 'CANCEL_SENT', verifyId: 'v1' } as const satisfies UndatedAction
export const again = { type: 'NEW_CODE', startId: 'a2' } as const satisfies UndatedAction
export const submitOther = {
  type: 'SUBMIT_PHONE',
  phone: other,
  startId: 'a2',
} as const satisfies UndatedAction
export const resubmit = { ...submit, startId: 'a2' } as const satisfies UndatedAction
