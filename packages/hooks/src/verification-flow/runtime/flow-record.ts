import type { ServiceProfile } from '@phoneproof/client'
import { safely } from '../../lib/safely.ts'
import { sweep } from '../machine/cancel-queue.ts'
import {
  count,
  flag,
  list,
  maybe,
  membersOf,
  object,
  oneOf,
  past,
  phone,
  readStart,
  readVerification,
  isOf,
  isWithin,
  only,
  soon,
  text,
  type Reader,
} from './read-value.ts'
import { requestAt } from '../machine/request-times.ts'
import { deadlinesOf, type Verification } from '../machine/deadlines.ts'
import {
  isCancelling,
  type FlowStep,
  type StepNamed,
  type StartMode,
  type FlowState,
} from '../machine/flow-state.ts'

/** What survives a reload. A code or a price never leaves memory. */
export interface FlowRecord {
  readonly version: 3
  readonly phone?: string | undefined
  readonly step?: StoredStep | undefined
  readonly codesSent: number
  readonly sentTo?: readonly string[] | undefined
  readonly failedAttempts: number
  readonly cancelQueue: readonly StoredEntry[]
}

type StoredStep =
  | Omit<StepNamed<'startUncertain'>, 'token'>
  | StepNamed<'blocked' | 'locked'>
  | {
      readonly name: 'entering'
      readonly verification: Verification
      /** Its cancel was on its way, so the code may be dead. */
      readonly isInDoubt: boolean
    }
  /** A start that had not been sent. It is not sent later, but its number is kept. */
  | { readonly name: 'phone'; readonly pressedAt: number; readonly hadCode: boolean }
  /** The screen said that the code had ended when the page was left. */
  | { readonly name: 'expired' }

interface StoredEntry {
  readonly verification: Verification
  /** Undefined when nothing is left to prevent. */
  readonly sendAt?: number | undefined
  readonly repeats: number
  readonly isLocked?: boolean | undefined
  readonly isInDoubt?: boolean | undefined
}

/**
 * What to store at `now`, or undefined when nothing is worth keeping. When the page goes (`isLeaving`),
 * an ended code is stored too: whoever reloads wants to know of it, and not type the number again.
 */
export function recordOf(state: FlowState, now: number, isLeaving = false): FlowRecord | undefined {
  const found = storedStep(state.step, isLeaving)
  const step = isLeaving || now < endOf(found, now) + graceMs ? found : undefined
  const cancelQueue = sweep(state.cancelQueue, now).map(
    ({ verification, request, isLocked, isInDoubt }) => ({
      verification,
      sendAt: Number.isFinite(request.sendAt) ? request.sendAt : undefined,
      repeats: request.repeats,
      isLocked,
      isInDoubt: isInDoubt || request.sentAt !== undefined,
    }),
  )
  if (!step && cancelQueue.length === 0) return undefined
  // A number that is verified, or whose code has ended, is not kept.
  const isOver = !step && state.step.name !== 'phone'
  const { phone, codesSent, sentTo, failedAttempts } = isOver ? forgotten : state
  return { version: 3, phone, step, codesSent, sentTo, failedAttempts, cancelQueue }
}

const forgotten = { phone: undefined, codesSent: 0, sentTo: [], failedAttempts: 0 }

/** Milliseconds for which a number is kept beyond the end of its code, for a late reload. */
const graceMs = 60_000
/** After that a reload still says that the code has ended, and for so many milliseconds offers the number. */
const comebackMs = 300_000

/** When a record written at `savedAt` is to be deleted, unless the flow is shown again before. */
export const forgottenAt = ({ step, cancelQueue }: FlowRecord, savedAt: number): number =>
  graceMs +
  Math.max(
    savedAt,
    endOf(step, savedAt),
    ...cancelQueue.map(({ verification }) => deadlinesOf(verification).startAgainAt),
  )

function endOf(step: StoredStep | undefined, savedAt: number): number {
  switch (step?.name) {
    case 'entering':
    case 'locked':
      return deadlinesOf(step.verification).startAgainAt
    case 'startUncertain':
      return (step.start.firstSentAt ?? step.start.pressedAt) + step.start.validForMs
    case 'blocked':
      return step.until
    default:
      return savedAt
  }
}

function storedStep(step: FlowStep, isLeaving: boolean): StoredStep | undefined {
  switch (step.name) {
    case 'starting':
    case 'startUncertain': {
      const { start, mode } = step
      return 'request' in step && step.request.sentAt === undefined
        ? { name: 'phone', pressedAt: start.pressedAt, hadCode: mode === 'afterCancel' }
        : { name: 'startUncertain', start, mode }
    }
    case 'blocked':
    case 'locked':
      return step
    case 'entering':
    case 'checking':
    case 'cancelling':
    case 'resendCancelling': {
      const isInDoubt =
        step.name === 'checking'
          ? step.isCancelled === true
          : isCancelling(step) && step.request.sentAt !== undefined
      return { name: 'entering', verification: step.verification, isInDoubt }
    }
    case 'expired':
      return isLeaving ? { name: 'expired' } : undefined
    case 'phone':
    case 'verified':
      return undefined
  }
}

/** The state that a stored text leads to at `now`. A text that cannot be true counts as none. */
export function restoreFlow(
  text: string | null,
  now: number,
  service: ServiceProfile,
): Partial<FlowState> {
  const record = text === null ? undefined : parse(text, now)
  if (!record || !verificationsIn(record).every((each) => isOf(service, each))) return {}
  const { phone, step, codesSent, sentTo = [], failedAttempts, cancelQueue, savedAt } = record
  const isKnown = phone !== undefined && now < forgottenAt(record, savedAt) + comebackMs
  return {
    // Not `phone: undefined`: that would hide the default number.
    ...(isKnown && { phone }),
    codesSent,
    sentTo,
    failedAttempts,
    cancelQueue: sweep(
      cancelQueue.map(({ sendAt = Number.POSITIVE_INFINITY, repeats, ...entry }) => ({
        ...entry,
        request: requestAt(sendAt, repeats),
      })),
      now,
    ),
    ...restoreStep(step, now),
  }
}

const verificationsIn = ({ step, cancelQueue }: FlowRecord): Verification[] => [
  ...(step && 'verification' in step ? [step.verification] : []),
  ...cancelQueue.map(({ verification }) => verification),
]

/** Whether a stored text, of whichever flow, can be deleted. */
export function isForgotten(text: string, now: number): boolean {
  const record = parse(text, now)
  return !record || now >= forgottenAt(record, record.savedAt)
}

function restoreStep(step: StoredStep | undefined, now: number): Partial<FlowState> {
  switch (step?.name) {
    case 'entering':
    case 'locked': {
      const { name, verification } = step
      if (now >= deadlinesOf(verification).expiresAt) return endedAway
      const isInDoubt = name === 'entering' && step.isInDoubt
      return {
        step: { name, verification },
        notice: isInDoubt ? { kind: 'mayStillWork' } : undefined,
      }
    }
    case 'startUncertain': {
      // The page was left before the answer came. Nobody can know whether a code was sent.
      const { acceptedBefore = now, pressedAt, firstSentAt = pressedAt } = step.start
      if (now >= firstSentAt + step.start.validForMs) return {}
      return { step: { ...step, start: { ...step.start, uncertain: true, acceptedBefore } } }
    }
    case 'blocked':
      return now < step.until ? { step } : {}
    case 'phone':
      return step.hadCode ? { error: { kind: 'oldCodeStopped' } } : {}
    case 'expired':
      return endedAway
    default:
      return {}
  }
}

const endedAway: Partial<FlowState> = {
  codesSent: 0,
  sentTo: [],
  failedAttempts: 0,
  notice: { kind: 'expiredWhileAway' },
}

/** Members that are instants, such as `earliestStart`, `pressedAt`, `acceptedBefore` and `until`. */
const instants = /(?:At|Start|Before)$|^until$/

interface Stored extends FlowRecord {
  readonly savedAt: number
}

const parse = (written: string, now: number): Stored | undefined =>
  safely(() => {
    const savedAt = Number(membersOf(JSON.parse(written))['savedAt'])
    // If the wall clock was set back since, all instants go back with it, so that no countdown grows.
    const aheadMs = Math.max(0, savedAt - now)
    const value: unknown = JSON.parse(written, (name, each: unknown) =>
      instants.test(name) && typeof each === 'number' ? each - aheadMs : each,
    )
    return readRecord(value, now)
  })

const mode = oneOf<StartMode>(['fresh', 'afterCancel', 'afterExpiry'])
const blocked = object<StepNamed<'blocked'>>({
  name: oneOf(['blocked']),
  start: readStart,
  until: soon,
  retryAt: soon,
})
const steps: { readonly [S in StoredStep['name']]: Reader<Extract<StoredStep, { name: S }>> } = {
  entering: object({ name: oneOf(['entering']), verification: readVerification, isInDoubt: flag }),
  locked: object({ name: oneOf(['locked']), verification: readVerification }),
  startUncertain: object({ name: oneOf(['startUncertain']), start: readStart, mode }),
  blocked: (value, now) => {
    const step = blocked(value, now)
    return only<typeof step>(() =>
      [step.until, step.retryAt].every((each) => isWithin(each, step.start.validForMs, now)),
    )(step, now)
  },
  phone: object({ name: oneOf(['phone']), pressedAt: past, hadCode: flag }),
  expired: object({ name: oneOf(['expired']) }),
}

const readStep: Reader<StoredStep> = (value, now) => {
  const names = Object.keys(steps) as StoredStep['name'][]
  return steps[oneOf(names)(membersOf(value)['name'], now)](value, now)
}

const entry = object<StoredEntry>({
  verification: readVerification,
  sendAt: maybe(soon),
  repeats: count,
  isLocked: maybe(flag),
  isInDoubt: maybe(flag),
})
const readEntry: Reader<StoredEntry> = (value, now) => {
  const read = entry(value, now)
  const { validForMs } = read.verification.terms
  return only<StoredEntry>(() => isWithin(read.sendAt, validForMs, now))(read, now)
}

/** A record that is damaged anywhere counts as none: the rest of it might be of two flows. */
const readRecord: Reader<Stored> = object<Stored>({
  version: oneOf([3] as const),
  savedAt: past,
  // The person may not have typed all of the number.
  phone: maybe(text(/^[+\d]{0,20}$/)),
  step: maybe(readStep),
  codesSent: count,
  sentTo: maybe(list(phone)),
  failedAttempts: count,
  cancelQueue: list(readEntry),
})
