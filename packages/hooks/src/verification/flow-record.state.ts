import { codeValidForMs } from '@phoneproof/client'
import { safely } from '../lib/safely.ts'
import { sweep } from './abandoned.state.ts'
import {
  count,
  country,
  flag,
  list,
  maybe,
  membersOf,
  object,
  oneOf,
  past,
  phone,
  readAttempt,
  readVerification,
  soon,
  text,
  type Reader,
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
      const isInDoubt =
        main.step === 'checking'
          ? main.isDead === true
          : isCancelling(main) && main.request.sentAt !== undefined
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

const parse = (written: string, now: number): Stored | undefined =>
  safely(() => {
    const savedAt = Number(membersOf(JSON.parse(written))['savedAt'])
    // The wall clock was set back since: at least as much time has passed as when this was written,
    // so all instants go back with the clock, and no countdown grows.
    const aheadMs = Math.max(0, savedAt - now)
    const value: unknown = JSON.parse(written, (name, each: unknown) =>
      instants.test(name) && typeof each === 'number' ? each - aheadMs : each,
    )
    return readRecord(value, now)
  })

const mode = oneOf<StartMode>(['fresh', 'afterCancel', 'afterExpiry'])
const steps: { readonly [S in StoredStep['step']]: Reader<Extract<StoredStep, { step: S }>> } = {
  entering: object({ step: oneOf(['entering']), verification: readVerification, isInDoubt: flag }),
  locked: object({ step: oneOf(['locked']), verification: readVerification }),
  startUncertain: object({ step: oneOf(['startUncertain']), attempt: readAttempt, mode }),
  blocked: object({ step: oneOf(['blocked']), attempt: readAttempt, until: soon, retryAt: soon }),
  phone: object({ step: oneOf(['phone']), pressedAt: past, hadCode: flag }),
  expired: object({ step: oneOf(['expired']) }),
}

const readStep: Reader<StoredStep> = (value, now) => {
  const names = Object.keys(steps) as StoredStep['step'][]
  return steps[oneOf(names)(membersOf(value)['step'], now)](value, now)
}

/** A record that is damaged anywhere is none: what is left of it could be of two flows. */
const readRecord: Reader<Stored> = object<Stored>({
  version: oneOf([2] as const),
  savedAt: past,
  // What a person was typing need not be a number yet.
  phone: maybe(text(/^[+\d]{0,20}$/)),
  country: maybe(country),
  main: maybe(readStep),
  starts: count,
  sentTo: maybe(list(phone)),
  wrong: count,
  queue: list(
    object<StoredEntry>({
      verification: readVerification,
      sendAt: maybe(soon),
      tries: count,
      isLocked: maybe(flag),
      isInDoubt: maybe(flag),
    }),
  ),
})
