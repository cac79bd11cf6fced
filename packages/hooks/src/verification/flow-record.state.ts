import { codeValidForMs } from '@phoneproof/client'
import { sweep } from './abandoned.state.ts'
import {
  isCount,
  isCountry,
  isOr,
  isPast,
  isPhone,
  isSoon,
  membersOf,
  readAttempt,
  readVerification,
} from './plausible.ts'
import { requestAt } from './request.state.ts'
import { timelineOf, type Verification } from './timeline.state.ts'
import {
  isCancelling,
  type Main,
  type Of,
  type StartMode,
  type VerificationState,
} from './verification.state.ts'

/** What survives a reload. No code, no price: those never leave memory. */
export interface FlowRecord {
  readonly version: 2
  readonly phone?: string | undefined
  readonly country?: string | undefined
  readonly main?: StoredStep | undefined
  readonly starts: number
  readonly sentTo?: readonly string[] | undefined
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
  /** The page was left with the word of its end on the screen. */
  | { readonly step: 'expired' }

interface StoredEntry {
  readonly verification: Verification
  /** Undefined: there is nothing to prevent any more. */
  readonly sendAt?: number | undefined
  readonly tries: number
  readonly isLocked?: boolean | undefined
  readonly isInDoubt?: boolean | undefined
}

/**
 * What to store at `now`, or undefined when there is nothing worth keeping. Of a code that has ended
 * a page leaves word as it goes (`isLeaving`): who reloads it wants to know, and type no number again.
 */
export function recordOf(
  state: VerificationState,
  now: number,
  isLeaving = false,
): FlowRecord | undefined {
  const step = storedStep(state.main, isLeaving)
  const main = isLeaving || now < endOf(step, now) + graceMs ? step : undefined
  const queue = sweep(state.queue, now).map(({ verification, request, isLocked, isInDoubt }) => ({
    verification,
    sendAt: Number.isFinite(request.sendAt) ? request.sendAt : undefined,
    tries: request.tries,
    isLocked,
    isInDoubt: isInDoubt || request.sentAt !== undefined,
  }))
  if (!main && queue.length === 0) return undefined
  // A number that is verified, or whose code has ended, is nobody's business any more.
  const isOver = !main && state.main.step !== 'phone'
  const { phone, country, starts, sentTo, wrong } = isOver ? forgotten : state
  return { version: 2, phone, country, main, starts, sentTo, wrong, queue }
}

const forgotten = { phone: undefined, country: undefined, starts: 0, sentTo: [], wrong: 0 }

/** A number that nobody looks at is kept this long beyond the end of its code: for a late reload. */
const graceMs = 60_000
/** Whoever comes back after that finds the word of the end, and for this long the number too. */
const comebackMs = codeValidForMs

/** When a record that was written at `savedAt` is to be gone, if nobody has looked at it again. */
export const forgottenAt = ({ main, queue }: FlowRecord, savedAt: number): number =>
  graceMs +
  Math.max(
    savedAt,
    endOf(main, savedAt),
    ...queue.map(({ verification }) => timelineOf(verification).startAgainAt),
  )

function endOf(main: StoredStep | undefined, savedAt: number): number {
  switch (main?.step) {
    case 'entering':
    case 'locked':
      return timelineOf(main.verification).startAgainAt
    case 'startUncertain':
      return (main.attempt.firstSentAt ?? main.attempt.pressedAt) + codeValidForMs
    case 'blocked':
      return main.until
    default:
      return savedAt
  }
}

function storedStep(main: Main, isLeaving: boolean): StoredStep | undefined {
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
    case 'expired':
      return isLeaving ? { step: 'expired' } : undefined
    case 'phone':
    case 'verified':
      return undefined
  }
}

/** What a stored text leads to at `now`. Anything that cannot be is as if nothing were there. */
export function restoreFlow(text: string | null, now: number): Partial<VerificationState> {
  const record = text === null ? undefined : parse(text, now)
  if (!record) return {}
  const { phone, country, main, starts, sentTo = [], wrong, queue, savedAt } = record
  const isKnown = phone !== undefined && now < forgottenAt(record, savedAt) + comebackMs
  return {
    // A member that is there and undefined would hide a default.
    ...(isKnown && { phone, country }),
    starts,
    sentTo,
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

/** Whether nothing of a stored text is to be kept any longer, whichever flow it is of. */
export function isForgotten(text: string, now: number): boolean {
  const record = parse(text, now)
  return !record || now >= forgottenAt(record, record.savedAt)
}

function restoreStep(main: StoredStep | undefined, now: number): Partial<VerificationState> {
  switch (main?.step) {
    case 'entering':
    case 'locked': {
      const { step, verification } = main
      if (now >= timelineOf(verification).expiresAt) return endedAway
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
    case 'expired':
      return endedAway
    default:
      return {}
  }
}

const endedAway: Partial<VerificationState> = {
  starts: 0,
  sentTo: [],
  wrong: 0,
  notice: { kind: 'expiredWhileAway' },
}

/** Members that are instants: `earliestStart`, `pressedAt`, `acceptedBefore`, `until` and the like. */
const instants = /(?:At|Start|Before)$|^until$/

interface Stored extends FlowRecord {
  readonly savedAt: number
}

function parse(text: string, now: number): Stored | undefined {
  try {
    const { savedAt } = membersOf(JSON.parse(text))
    if (!Number.isFinite(savedAt)) return undefined
    // The wall clock was set back since: at least as much time has passed as when this was written,
    // so all instants go back with the clock, and no countdown grows.
    const aheadMs = Math.max(0, Number(savedAt) - now)
    const value: unknown = JSON.parse(text, (name, each: unknown) =>
      instants.test(name) && typeof each === 'number' ? each - aheadMs : each,
    )
    return readRecord(value, now)
  } catch {
    return undefined
  }
}

/** A record that is damaged anywhere is none: what is left of it could be of two flows. */
function readRecord(value: unknown, now: number): Stored | undefined {
  const members = membersOf(value)
  const { version, savedAt, phone, country, main: step, starts, sentTo, wrong, queue } = members
  if (version !== 2 || !isPast(savedAt, now) || !isCount(starts) || !isCount(wrong))
    return undefined
  // What a person was typing need not be a number yet.
  const isTyped = (each: unknown): each is string =>
    typeof each === 'string' && /^[+\d]{0,20}$/.test(each)
  if (!isOr(phone, isTyped) || !isOr(country, isCountry)) return undefined
  const isList = (each: unknown): each is string[] => Array.isArray(each) && each.every(isPhone)
  if (!isOr(sentTo, isList) || !isCount(sentTo?.length ?? 0)) return undefined
  const main = step === undefined ? undefined : readStep(step, now)
  if (step !== undefined && !main) return undefined
  if (!Array.isArray(queue) || !isCount(queue.length)) return undefined
  const entries = queue.map((each: unknown) => readEntry(each, now)).filter((each) => !!each)
  if (entries.length < queue.length) return undefined
  return { version, savedAt, phone, country, main, starts, sentTo, wrong, queue: entries }
}

function readStep(value: unknown, now: number): StoredStep | undefined {
  const members = membersOf(value)
  const { step, until, retryAt, isInDoubt, pressedAt, hadCode } = members
  const verification = readVerification(members['verification'], now)
  const attempt = readAttempt(members['attempt'], now)
  const mode = startModes.find((each) => each === members['mode'])
  switch (step) {
    case 'entering':
      return verification && { step, verification, isInDoubt: isInDoubt === true }
    case 'locked':
      return verification && { step, verification }
    case 'startUncertain':
      return attempt && mode && { step, attempt, mode }
    case 'blocked':
      return attempt && isSoon(until, now) && isSoon(retryAt, now)
        ? { step, attempt, until, retryAt: Math.min(retryAt, until) }
        : undefined
    case 'phone':
      return isPast(pressedAt, now) ? { step, pressedAt, hadCode: hadCode === true } : undefined
    case 'expired':
      return { step }
    default:
      return undefined
  }
}

const startModes: readonly StartMode[] = ['fresh', 'afterCancel', 'afterExpiry']

function readEntry(value: unknown, now: number): StoredEntry | undefined {
  const { sendAt, tries, isLocked, isInDoubt, ...rest } = membersOf(value)
  const verification = readVerification(rest['verification'], now)
  const isInstant = (each: unknown): each is number => isSoon(each, now)
  if (!verification || !isCount(tries) || !isOr(sendAt, isInstant)) return undefined
  return {
    verification,
    sendAt,
    tries,
    isLocked: isLocked === true,
    isInDoubt: isInDoubt === true,
  }
}
