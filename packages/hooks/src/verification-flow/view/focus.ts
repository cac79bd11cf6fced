import { hasCodesLeft } from '../machine/availability.ts'
import type { FlowErrorKind, FlowState } from '../machine/flow-state.ts'
import { screenKeyOf, type ScreenKey } from '../machine/screen.ts'
import { errorPlaceOf } from './what-shows.ts'

/** Where the focus belongs after a change. Undefined: it stays. */
export type FocusTarget =
  | 'phone'
  | 'code'
  | 'codeSelected'
  | 'newCode'
  | 'changeNumber'
  | 'retry'
  | 'heading'

const targets: Record<ScreenKey, FocusTarget> = {
  phone: 'phone',
  code: 'code',
  uncertain: 'retry',
  blocked: 'retry',
  expired: 'newCode',
  locked: 'newCode',
  verified: 'heading',
}

/**
 * Focus follows what a person did, and the end of the code; the clock alone moves nothing
 * (flow.md A11Y-11). It stays on a button whose press changed nothing on the screen.
 */
export function focusTargetFor(before: FlowState, after: FlowState): FocusTarget | undefined {
  const { error } = after
  if (error !== undefined && error !== before.error) {
    const place = errorPlaceOf(after)
    if (place === 'phone') return 'phone'
    // A wrong code is typed over. One that is only too short is completed.
    const isJudged = error.kind === 'wrongCode' || error.kind === 'alreadyTried'
    if (place === 'code') return isJudged ? 'codeSelected' : 'code'
  }
  const screen = screenKeyOf(after)
  if (screen !== screenKeyOf(before)) {
    const target = targets[screen]
    return target === 'newCode' && !hasCodesLeft(after) ? 'changeNumber' : target
  }
  const isNewCode = before.step.name === 'starting' && after.step.name === 'entering'
  return isNewCode ? 'code' : undefined
}

/**
 * True when a code could not be checked, because the service was busy or out of reach. Its digits stay,
 * to be sent again. A person who is in the field can type another code over them.
 */
export function isCodeReturned(before: FlowState, { error, step, notBefore }: FlowState): boolean {
  if (!error || error === before.error || step.name !== 'entering') return false
  const { kind, retryAt } = error
  const isCheckBusy = kind === 'rateLimited' && retryAt !== undefined && retryAt === notBefore.check
  return isCheckBusy || unjudged.includes(kind)
}
const unjudged: readonly FlowErrorKind[] = [
  'tooManyTries',
  'codeExpired',
  'checkOffline',
  'checkUnavailable',
  'checkUncertain',
]
