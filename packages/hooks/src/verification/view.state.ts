import { slowAfterMs } from './request.state.ts'
import { timelineOf } from './timeline.state.ts'
import {
  verificationOf,
  type FlowErrorKind,
  type Main,
  type Moment,
  type VerificationState,
} from './verification.state.ts'

/** Which screen a step belongs to. */
export type View = 'phone' | 'uncertain' | 'blocked' | 'code' | 'expired' | 'locked' | 'verified'

/** The step that is on screen: what a start was asked for from stays there until its answer. */
export const shownMain = ({ main }: VerificationState): Main =>
  main.step === 'starting' ? (main.behind ?? main) : main

export function viewOf(state: VerificationState): View {
  const main = shownMain(state)
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

const codeErrors: readonly FlowErrorKind[] = [
  'incompleteCode',
  'noCodeFound',
  'wrongCode',
  'alreadyTried',
]

/** Where an error is shown: under a field, or for the step as a whole. */
export function errorScope({ error }: VerificationState): 'phone' | 'code' | 'step' | undefined {
  if (error === undefined) return undefined
  if (error.kind === 'invalidPhone') return 'phone'
  return codeErrors.includes(error.kind) ? 'code' : 'step'
}

/** A code takes longer to be sent than people expect. */
export const isSlow = ({ state: { main }, now }: Moment): boolean =>
  (main.step === 'starting' || main.step === 'resendCancelling') &&
  now >= main.attempt.pressedAt + slowAfterMs

/** Success came while a call may already have been on its way. */
export function mayStillRing(state: VerificationState): boolean {
  const { main } = state
  const verification = verificationOf(state)
  if (main.step !== 'verified' || !verification) return false
  // The service may have started, and calls, this much earlier than its answer was here.
  const early = verification.latestStart - verification.earliestStart
  return timelineOf(verification).deliveries.some(
    ({ at, channel }) =>
      channel === 'voice' && main.at >= at - early - 3_000 && main.at <= at + 5_000,
  )
}
