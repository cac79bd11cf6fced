import { hasTimedOut, slowAfterMs } from './request.state.ts'
import { timelineOf } from './timeline.state.ts'
import type { VerificationSnapshot } from './verification.run.ts'
import {
  isCooling,
  verificationOf,
  type FlowErrorKind,
  type VerificationState,
} from './verification.state.ts'
import { find } from './abandoned.state.ts'

/** Which screen a step belongs to. */
export type View = 'phone' | 'uncertain' | 'blocked' | 'code' | 'expired' | 'locked' | 'verified'

export function viewOf({ main }: VerificationState): View {
  switch (main.step) {
    case 'phone':
      return 'phone'
    case 'starting':
      return main.mode === 'fresh' ? 'phone' : 'code'
    case 'startUncertain':
      return 'uncertain'
    case 'entering':
    case 'checking':
    case 'cancelling':
    case 'resendCancelling':
      return 'code'
    case 'blocked':
    case 'expired':
    case 'locked':
    case 'verified':
      return main.step
  }
}

const phoneErrors: readonly FlowErrorKind[] = ['invalidPhone']
const codeErrors: readonly FlowErrorKind[] = ['incompleteCode', 'wrongCode', 'alreadyTried']

/** Where an error is shown: under a field, or for the step as a whole. */
export function errorScope({ error }: VerificationState): 'phone' | 'code' | 'step' | undefined {
  if (error === undefined) return undefined
  if (phoneErrors.includes(error.kind)) return 'phone'
  return codeErrors.includes(error.kind) ? 'code' : 'step'
}

/** An action that is there but not yet: when it opens, if the clock knows. */
export interface Availability {
  readonly isAvailable: boolean
  /** Milliseconds since the epoch; undefined when it waits for something else. */
  readonly from: number | undefined
}

const available: Availability = { isAvailable: true, from: undefined }
const waiting = (from?: number): Availability => ({ isAvailable: false, from })

/** *Cancel*: from 30 s, while nothing else is being sent. */
export function cancelAvailability({ state, now }: VerificationSnapshot): Availability {
  if (state.main.step !== 'entering') return waiting()
  const { cancelAt } = timelineOf(state.main.verification)
  if (now < cancelAt) return waiting(cancelAt)
  return isCooling(state, 'cancel', now) ? waiting(state.cooldowns.cancel) : available
}

/** *Send a new code*: from 30 s; at once after the end; when its cancel is done, if locked. */
export function newCodeAvailability({ state, now }: VerificationSnapshot): Availability {
  const { main } = state
  if (isCooling(state, 'start', now)) return waiting(state.cooldowns.start)
  if (main.step === 'expired') return available
  if (main.step === 'locked') {
    const { startAgainAt } = timelineOf(main.verification)
    const entry = find(state.queue, main.verification.verifyId)
    if (!entry || now >= startAgainAt) return available
    return waiting(entry.request.sentAt === undefined ? entry.request.sendAt : undefined)
  }
  if (main.step !== 'entering') return waiting()
  const { cancelAt } = timelineOf(main.verification)
  return now < cancelAt ? waiting(cancelAt) : available
}

/** *Try again*, after nothing was heard or the number was taken. */
export function retryAvailability({ state, now }: VerificationSnapshot): Availability {
  const { main } = state
  if (isCooling(state, 'start', now)) return waiting(state.cooldowns.start)
  if (main.step === 'startUncertain') return available
  if (main.step !== 'blocked') return waiting()
  return now < main.retryAt ? waiting(main.retryAt) : available
}

/** *Send code*. */
export function startAvailability({ state, now }: VerificationSnapshot): Availability {
  if (isCooling(state, 'start', now)) return waiting(state.cooldowns.start)
  return state.main.step === 'phone' ? available : waiting()
}

/** *Verify*. */
export function checkAvailability({ state, now }: VerificationSnapshot): Availability {
  if (isCooling(state, 'check', now)) return waiting(state.cooldowns.check)
  return state.main.step === 'entering' ? available : waiting()
}

/** A start takes longer than people expect. */
export const isSlow = ({ state: { main }, now }: VerificationSnapshot): boolean =>
  main.step === 'starting' && hasTimedOut(main.request, slowAfterMs, now)

/** Success came while a call may already have been on its way. */
export function mayStillRing(state: VerificationState): boolean {
  const { main } = state
  const verification = verificationOf(state)
  if (main.step !== 'verified' || !verification) return false
  return timelineOf(verification).deliveries.some(
    ({ at, channel }) => channel === 'voice' && main.at >= at - 3_000 && main.at <= at + 5_000,
  )
}
