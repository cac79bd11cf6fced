import type { VerificationState } from './verification.state.ts'

/** Where focus belongs after a change; undefined: where it is. */
export type FocusTarget = 'phone' | 'code' | 'codeSelected' | 'newCode' | 'retry' | 'heading'

/**
 * Focus follows what a person did, and the end of the code; the clock alone moves nothing
 * (flow.md A11Y-11).
 */
export function focusTargetFor(
  before: VerificationState,
  after: VerificationState,
): FocusTarget | undefined {
  const was = before.main.step
  const is = after.main.step
  if (is === 'entering') {
    if (was === 'checking' || (after.error && after.error !== before.error)) return 'codeSelected'
    return was === 'entering' ? undefined : 'code'
  }
  if (was === is) {
    const isRefused = is === 'phone' && after.error !== undefined && after.error !== before.error
    return isRefused ? 'phone' : undefined
  }
  switch (is) {
    case 'phone':
      return 'phone'
    case 'expired':
    case 'locked':
      return 'newCode'
    case 'startUncertain':
    case 'blocked':
      return 'retry'
    case 'verified':
      return 'heading'
    default:
      return undefined
  }
}
