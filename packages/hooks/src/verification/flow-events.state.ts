import type { Channel } from '@phoneproof/client'
import { timelineOf, type Verification } from './timeline.state.ts'
import type { VerificationSnapshot } from './verification.run.ts'
import type { VerificationEvent } from './verification.machine.ts'
import { verificationOf } from './verification.state.ts'

/**
 * What happened, for product analytics. Never a number, a code or an id. Times are whole seconds
 * since the code was sent.
 */
export type FlowEvent =
  | { type: 'start_requested' }
  | { type: 'started' }
  | { type: 'start_failed'; kind: string }
  | { type: 'resumed'; t: number }
  | { type: 'code_completed'; method: string }
  | { type: 'check_failed'; kind: string; attempt: number }
  | {
      type: 'verified'
      t: number
      stage: `${Channel}${number}`
      attempts: number
      starts: number
      source: 'this-tab' | 'other-tab'
    }
  | { type: 'new_code_requested'; t: number }
  | { type: 'number_changed'; t: number }
  | { type: 'cancelled'; t: number }
  | { type: 'expired'; hadInput: boolean }
  | { type: 'blocked' }
  | { type: 'locked' }

/** The analytics events of one transition. */
export function flowEventsFor(
  before: VerificationSnapshot,
  after: VerificationSnapshot,
  event: VerificationEvent,
): FlowEvent[] {
  if (before.state === after.state) return []
  const { state, now } = after
  const was = before.state.main.step
  const is = state.main.step
  const verification = verificationOf(before.state) ?? verificationOf(state)
  const t = verification ? secondsSince(verification, now) : 0
  switch (event.type) {
    case 'START_OK':
      return is === 'entering' ? [{ type: 'started' }] : []
    case 'START_FAILED':
      return [{ type: 'start_failed', kind: event.error.kind }]
    case 'START_CONFLICT':
      return is === 'blocked' ? [{ type: 'blocked' }] : []
    case 'ADOPT':
    case 'KEEP_NUMBER':
      return is === 'entering' && was !== is ? [{ type: 'resumed', t }] : []
    case 'SUBMIT_CODE':
      return is === 'checking' && event.method !== undefined
        ? [{ type: 'code_completed', method: event.method }]
        : []
    case 'CHECK_FAILED': {
      const failed: FlowEvent = {
        type: 'check_failed',
        kind: event.error.kind,
        attempt: state.wrong,
      }
      return is === 'locked' ? [failed, { type: 'locked' }] : [failed]
    }
    case 'NEW_CODE':
      return was !== is ? [{ type: 'new_code_requested', t }] : []
    case 'CHANGE_NUMBER':
      return [{ type: 'number_changed', t }]
    case 'CANCEL_OK':
      return was === 'cancelling' && is === 'phone' ? [{ type: 'cancelled', t }] : []
    case 'SUBMIT_PHONE':
      if (is === 'entering') return [{ type: 'resumed', t }]
      return is === 'starting' ? [{ type: 'start_requested' }] : []
    case 'CHECK_OK':
    case 'TAB_VERIFIED':
      return is === 'verified' && was !== is ? [verifiedEvent(after)] : []
    case 'CLOCK':
      return is === 'expired' && was !== is
        ? [{ type: 'expired', hadInput: before.state.code !== '' }]
        : []
    default:
      return []
  }
}

function verifiedEvent({ state, now }: VerificationSnapshot): FlowEvent {
  const { main, wrong, starts } = state
  const verification = verificationOf(state)
  if (main.step !== 'verified' || !verification) throw new Error('unreachable: not verified')
  const { deliveries } = timelineOf(verification)
  const done = deliveries.filter(({ at }) => at <= now)
  const channel = done.at(-1)?.channel ?? 'sms'
  const nth = done.filter((delivery) => delivery.channel === channel).length || 1
  return {
    type: 'verified',
    t: secondsSince(verification, now),
    stage: `${channel}${nth}`,
    attempts: wrong + 1,
    starts,
    source: main.source,
  }
}

const secondsSince = (verification: Verification, now: number): number =>
  Math.max(0, Math.round((now - verification.earliestStart) / 1000))
