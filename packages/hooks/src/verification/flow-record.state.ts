import { codeValidForMs, workflowIds } from '@phoneproof/client'
import { requestAt } from './request.state.ts'
import { timelineOf, type Verification } from './timeline.state.ts'
import type { Attempt, Main, VerificationState } from './verification.state.ts'

/** What survives a reload. No code, no price: those never leave memory. */
export interface FlowRecord {
  readonly version: 2
  readonly phone?: string | undefined
  readonly country?: string | undefined
  readonly main: StoredStep | undefined
  readonly starts: number
  readonly wrong: number
  readonly queue: readonly StoredEntry[]
}

type Stopped = Extract<Main, { step: 'startUncertain' | 'blocked' }>

type StoredStep =
  | Omit<Extract<Stopped, { step: 'startUncertain' }>, 'token'>
  | Extract<Stopped, { step: 'blocked' }>
  | { readonly step: 'locked'; readonly verification: Verification }
  | {
      readonly step: 'entering'
      readonly verification: Verification
      /** Its cancel was on its way: the code may be dead. */
      readonly isInDoubt: boolean
    }
  /** A start that was not sent yet: it is not sent later, but its number is kept. */
  | { readonly step: 'phone'; readonly pressedAt: number; readonly hadCode: boolean }

interface StoredEntry {
  readonly verification: Verification
  /** Undefined: there is nothing to prevent any more. */
  readonly sendAt?: number | undefined
  readonly tries: number
  readonly isLocked: boolean
  readonly isInDoubt: boolean
}

/** What to store, or undefined when there is nothing worth keeping. */
export function recordOf(state: VerificationState): FlowRecord | undefined {
  const main = storedStep(state.main)
  const queue = state.queue.map(({ verification, request, isLocked, isInDoubt }) => ({
    verification,
    sendAt: Number.isFinite(request.sendAt) ? request.sendAt : undefined,
    tries: request.tries,
    isLocked: isLocked === true,
    isInDoubt: isInDoubt === true || request.sentAt !== undefined,
  }))
  if (!main && queue.length === 0) return undefined
  // A number that is verified, or whose code has ended, is nobody's business any more.
  if (!main && state.main.step !== 'phone') {
    return { version: 2, main, queue, starts: 0, wrong: 0 }
  }
  const { phone, country, starts, wrong } = state
  return { version: 2, phone, country, main, starts, wrong, queue }
}

function storedStep(main: Main): StoredStep | undefined {
  switch (main.step) {
    case 'starting': {
      const { attempt, mode, request } = main
      if (request.sentAt !== undefined) return { step: 'startUncertain', attempt, mode }
      return { step: 'phone', pressedAt: attempt.pressedAt, hadCode: mode === 'afterCancel' }
    }
    case 'startUncertain':
      return { step: main.step, attempt: main.attempt, mode: main.mode }
    case 'blocked':
      return main
    case 'locked':
      return main
    case 'entering':
    case 'checking':
      return { step: 'entering', verification: main.verification, isInDoubt: false }
    case 'cancelling':
    case 'resendCancelling': {
      const isInDoubt = main.request.sentAt !== undefined
      return { step: 'entering', verification: main.verification, isInDoubt }
    }
    default:
      return undefined
  }
}

/** What a stored text leads to at `now`. Anything unreadable is as if nothing were there. */
export function restoreFlow(text: string | null, now: number): Partial<VerificationState> {
  const record = text === null ? undefined : parse(text, now)
  if (!record) return {}
  const { phone, country, main, starts, wrong } = record
  const queue = record.queue
    .filter(({ verification }) => now < timelineOf(verification).startAgainAt)
    .map(({ verification, sendAt = Number.POSITIVE_INFINITY, tries, isLocked, isInDoubt }) => ({
      verification,
      request: requestAt(sendAt, tries),
      isLocked,
      isInDoubt,
    }))
  // A member that is there and undefined would hide a default.
  const number = phone === undefined ? {} : { phone, country }
  return { ...number, starts, wrong, queue, ...restoreStep(main, now) }
}

function restoreStep(main: StoredStep | undefined, now: number): Partial<VerificationState> {
  switch (main?.step) {
    case 'entering':
    case 'locked': {
      const { step, verification } = main
      if (now >= timelineOf(verification).expiresAt) {
        return { starts: 0, wrong: 0, notice: { kind: 'expiredWhileAway' } }
      }
      const isInDoubt = step === 'entering' && main.isInDoubt
      return {
        main: { step, verification },
        notice: isInDoubt ? { kind: 'mayStillWork' } : undefined,
      }
    }
    case 'startUncertain': {
      // The page went away before an answer: nobody here can know whether a code was sent.
      const { acceptedBefore = now, pressedAt, firstSentAt = pressedAt } = main.attempt
      if (now >= firstSentAt + codeValidForMs) return {}
      return { main: { ...main, attempt: { ...main.attempt, uncertain: true, acceptedBefore } } }
    }
    case 'blocked':
      return now < main.until ? { main } : {}
    case 'phone':
      return main.hadCode ? { error: { kind: 'oldCodeStopped' } } : {}
    default:
      return {}
  }
}

/** Members that are instants: `earliestStart`, `pressedAt`, `acceptedBefore`, `until` and the like. */
const instants = /(?:At|Start|Before)$|^until$/

function parse(text: string, now: number): FlowRecord | undefined {
  try {
    const { savedAt } = JSON.parse(text) as { savedAt?: unknown }
    if (typeof savedAt !== 'number') return undefined
    // The wall clock was set back since: at least as much time has passed as when this was written,
    // so all instants go back with the clock, and no countdown grows.
    const aheadMs = Math.max(0, savedAt - now)
    const value: unknown = JSON.parse(text, (name, each: unknown) =>
      instants.test(name) && typeof each === 'number' ? each - aheadMs : each,
    )
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is FlowRecord =>
  has(value, { version: 'number', starts: 'number', wrong: 'number', phone: 'string?' }) &&
  value['version'] === 2 &&
  (value['main'] === undefined || isStep(value['main'])) &&
  Array.isArray(value['queue']) &&
  value['queue'].every(
    (entry) =>
      has(entry, { tries: 'number', sendAt: 'number?' }) && isVerification(entry['verification']),
  )

function isStep(value: unknown): value is StoredStep {
  if (!has(value, { step: 'string' })) return false
  switch (value['step']) {
    case 'entering':
    case 'locked':
      return isVerification(value['verification'])
    case 'startUncertain':
      return isAttempt(value['attempt']) && has(value, { mode: 'string' })
    case 'blocked':
      return isAttempt(value['attempt']) && has(value, { until: 'number', retryAt: 'number' })
    default:
      return value['step'] === 'phone'
  }
}

const isAttempt = (value: unknown): value is Attempt =>
  has(value, {
    attemptId: 'string',
    phone: 'string',
    pressedAt: 'number',
    uncertain: 'boolean',
    country: 'string?',
    keysUsed: 'number?',
    firstSentAt: 'number?',
    acceptedBefore: 'number?',
  })

/** Also guards what other tabs say. */
export const isVerification = (value: unknown): value is Verification =>
  has(value, {
    verifyId: 'string',
    phone: 'string',
    codeLength: 'number',
    earliestStart: 'number',
    latestStart: 'number',
  }) && workflowIds.some((id) => id === value['workflowId'])

/** An object with members of these types. A `?` after one means that it may be missing. */
const has = (value: unknown, types: Record<string, string>): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(types).every(([name, type]) => {
    const each: unknown = Reflect.get(value, name)
    return (
      type === typeof each ||
      (type.endsWith('?') && (each === undefined || type === `${typeof each}?`))
    )
  })
