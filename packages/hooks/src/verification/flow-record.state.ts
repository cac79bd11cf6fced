import { codeValidForMs, workflowIds } from '@phoneproof/client'
import { sweep } from './abandoned.state.ts'
import { requestAt } from './request.state.ts'
import { timelineOf, type Verification } from './timeline.state.ts'
import {
  isCancelling,
  type Attempt,
  type Main,
  type Of,
  type VerificationState,
} from './verification.state.ts'

/** What survives a reload. No code, no price: those never leave memory. */
export interface FlowRecord {
  readonly version: 2
  readonly phone?: string | undefined
  readonly country?: string | undefined
  readonly main?: StoredStep | undefined
  readonly starts: number
  readonly wrong: number
  readonly queue: readonly StoredEntry[]
}

type StoredStep =
  | Omit<Of<'startUncertain'>, 'token'>
  | Of<'blocked' | 'locked'>
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
  readonly isLocked?: boolean | undefined
  readonly isInDoubt?: boolean | undefined
}

/** What to store, or undefined when there is nothing worth keeping. */
export function recordOf(state: VerificationState): FlowRecord | undefined {
  const main = storedStep(state.main)
  const queue = state.queue.map(({ verification, request, isLocked, isInDoubt }) => ({
    verification,
    sendAt: Number.isFinite(request.sendAt) ? request.sendAt : undefined,
    tries: request.tries,
    isLocked,
    isInDoubt: isInDoubt || request.sentAt !== undefined,
  }))
  if (!main && queue.length === 0) return undefined
  // A number that is verified, or whose code has ended, is nobody's business any more.
  const isOver = !main && state.main.step !== 'phone'
  const { phone, country, starts, wrong } = isOver ? forgotten : state
  return { version: 2, phone, country, main, starts, wrong, queue }
}

const forgotten = { phone: undefined, country: undefined, starts: 0, wrong: 0 }

function storedStep(main: Main): StoredStep | undefined {
  switch (main.step) {
    case 'starting':
    case 'startUncertain': {
      const { attempt, mode } = main
      return 'request' in main && main.request.sentAt === undefined
        ? { step: 'phone', pressedAt: attempt.pressedAt, hadCode: mode === 'afterCancel' }
        : { step: 'startUncertain', attempt, mode }
    }
    case 'blocked':
    case 'locked':
      return main
    case 'entering':
    case 'checking':
    case 'cancelling':
    case 'resendCancelling': {
      const isInDoubt = isCancelling(main) && main.request.sentAt !== undefined
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
  const { phone, country, main, starts, wrong, queue } = record
  return {
    // A member that is there and undefined would hide a default.
    ...(phone !== undefined && { phone, country }),
    starts,
    wrong,
    queue: sweep(
      queue.map(({ sendAt = Number.POSITIVE_INFINITY, tries, ...entry }) => ({
        ...entry,
        request: requestAt(sendAt, tries),
      })),
      now,
    ),
    ...restoreStep(main, now),
  }
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
    const { savedAt } = JSON.parse(text) as { savedAt: number }
    // The wall clock was set back since: at least as much time has passed as when this was written,
    // so all instants go back with the clock, and no countdown grows.
    const aheadMs = Math.max(0, savedAt - now)
    const value: unknown = JSON.parse(text, (name, each: unknown) => {
      if (!instants.test(name)) return each
      if (typeof each !== 'number') throw new TypeError(name)
      return each - aheadMs
    })
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is FlowRecord =>
  isLike(value, { version: 2, savedAt: 0, starts: 0, wrong: 0 }) &&
  value['version'] === 2 &&
  isText(value['phone']) &&
  (value['main'] === undefined || isStep(value['main'])) &&
  Array.isArray(value['queue']) &&
  value['queue'].every(
    (entry) => isLike(entry, { tries: 0 }) && isVerification(entry['verification']),
  )

function isStep(value: unknown): value is StoredStep {
  if (!isLike(value, { step: '' })) return false
  switch (value['step']) {
    case 'entering':
    case 'locked':
      return isVerification(value['verification'])
    case 'startUncertain':
      return isAttempt(value['attempt']) && isLike(value, { mode: '' })
    case 'blocked':
      return isAttempt(value['attempt']) && isLike(value, { until: 0, retryAt: 0 })
    default:
      return value['step'] === 'phone'
  }
}

const isAttempt = (value: unknown): value is Attempt =>
  isLike(value, { attemptId: '', phone: '', pressedAt: 0, uncertain: true }) &&
  isText(value['country']) &&
  isLike({ keysUsed: 0, ...value }, { keysUsed: 0 })

/** Also guards what other tabs say. */
export const isVerification = (value: unknown): value is Verification =>
  isLike(value, { verifyId: '', phone: '', codeLength: 0, earliestStart: 0, latestStart: 0 }) &&
  workflowIds.some((id) => id === value['workflowId'])

const isText = (value: unknown): value is string | undefined =>
  value === undefined || typeof value === 'string'

/** An object with members of the types that the sample's are of. */
const isLike = (value: unknown, sample: object): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(sample).every(([name, each]) => typeof Reflect.get(value, name) === typeof each)
