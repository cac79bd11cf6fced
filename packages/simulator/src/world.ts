import {
  cancelAllowedAfterMs,
  codeValidForMs,
  workflows,
  type Clock,
  type CodeLength,
  type Language,
  type TimerHandle,
  type WorkflowId,
} from '@phoneproof/client'
import type { Behaviour } from './behaviour.ts'
import type { HandsetControl } from './handset.ts'
import type { Knobs } from './knobs.ts'
import { createObservable, type Observable } from './observable.ts'
import { randomCode, randomId, type Random } from './seed.ts'
import { smsText, voiceText } from './texts.ts'

/** A verification as the service keeps it. Instants are milliseconds since the epoch. */
export interface SimulatedVerification {
  readonly verifyId: string
  /** E.164. Two spellings of one number are one number. */
  readonly phone: string
  readonly brand: string
  readonly code: string
  readonly codeLength: CodeLength
  readonly language: Language
  readonly senderId: string | undefined
  readonly workflowId: WorkflowId
  readonly startedAt: number
  readonly state: 'pending' | 'completed' | 'cancelled' | 'expired' | 'locked'
  readonly endedAt: number | undefined
  readonly checks: number
  /** Texts and calls of its workflow that are done. */
  readonly delivered: number
}

/** A start whose body has passed validation. */
export type AcceptedStart = Pick<
  SimulatedVerification,
  'phone' | 'brand' | 'codeLength' | 'language' | 'senderId' | 'workflowId'
>

/** What a reload keeps of a world. */
export interface WorldRecord {
  readonly verifications: readonly SimulatedVerification[]
  readonly starts: readonly (readonly [phone: string, count: number])[]
  readonly spent: number
}

export interface WorldOptions {
  clock: Clock
  handset: HandsetControl
  random: Random
  knobs: Knobs
  behaviourOf: (phone: string) => Behaviour
}

/** The service: what it knows, and its rules (verify-api.md sections 7 and 8). */
export interface World extends Observable<readonly SimulatedVerification[]> {
  /** Credit taken so far: once for each completed verification. */
  readonly spent: number
  start(request: AcceptedStart): { verifyId: string } | 'alreadyPending' | 'noCredit'
  check(verifyId: string, code: string | number): 'ok' | 'wrongCode' | 'notActive'
  cancel(verifyId: string): 'ok' | 'tooEarly' | 'tooLate' | 'unknown'
  find(verifyId: string): SimulatedVerification | undefined
  /** The newest verification, of one number or of all. */
  latest(phone?: string): SimulatedVerification | undefined
  /** How often a number was asked for. */
  startsOf(phone: string): number
  /** Counts a start that was refused before it came here. */
  countStart(phone: string): void
  save(): WorldRecord
  restore(record: WorldRecord): void
  clear(): void
}

/** A finished verification is forgotten after this long; its id then answers as before. */
const keptAfterEndMs = codeValidForMs
const startedElsewhereMsAgo = 60_000

export function createWorld(options: WorldOptions): World {
  const { clock, handset, random, knobs, behaviourOf } = options
  const byId = new Map<string, SimulatedVerification>()
  const newestOf = new Map<string, string>()
  const timers = new Map<string, TimerHandle[]>()
  const snapshot = createObservable<readonly SimulatedVerification[]>([])
  const startsByPhone = new Map<string, number>()
  let spent = 0

  const publish = (): void => snapshot.update(() => [...byId.values()])

  function put(verification: SimulatedVerification): void {
    byId.set(verification.verifyId, verification)
    newestOf.set(verification.phone, verification.verifyId)
  }

  const isPending = (verification: SimulatedVerification | undefined): boolean =>
    verification?.state === 'pending' && clock.now() < verification.startedAt + codeValidForMs

  function stopTimers(verifyId: string): void {
    for (const timer of timers.get(verifyId) ?? []) clock.clearTimeout(timer)
    timers.delete(verifyId)
  }

  function end(verification: SimulatedVerification, state: SimulatedVerification['state']): void {
    stopTimers(verification.verifyId)
    handset.hangUp(verification.verifyId)
    put({ ...verification, state, endedAt: clock.now() })
  }

  function deliver(verifyId: string, index: number, at: number): void {
    const verification = byId.get(verifyId)
    if (!isPending(verification) || !verification || verification.delivered > index) return
    put({ ...verification, delivered: index + 1 })
    const { phone, brand, code, language, workflowId } = verification
    const channel = workflows[workflowId][index]?.channel ?? 'sms'
    if (channel === 'voice' || behaviourOf(phone).deliversTexts) {
      const words = channel === 'sms' ? smsText : voiceText
      handset.deliver({
        phone,
        verifyId,
        channel,
        language,
        at,
        text: words(language, brand, code),
      })
    }
  }

  /** Sets what is still to come; what is overdue (a page was away) happens now. */
  function schedule({ verifyId, workflowId, startedAt, delivered }: SimulatedVerification): void {
    const now = clock.now()
    const handles = [
      clock.setTimeout(
        () => {
          const verification = byId.get(verifyId)
          if (verification?.state === 'pending') end(verification, 'expired')
          publish()
        },
        startedAt + codeValidForMs - now,
      ),
    ]
    timers.set(verifyId, handles)
    for (const [index, { atMs }] of workflows[workflowId].entries()) {
      if (index < delivered) continue
      const at = startedAt + atMs
      if (at <= now) deliver(verifyId, index, at)
      else {
        const ring = (): void => {
          deliver(verifyId, index, at)
          publish()
        }
        handles.push(clock.setTimeout(ring, at - now))
      }
    }
  }

  function forgetOld(): void {
    const horizon = clock.now() - keptAfterEndMs
    for (const { verifyId, phone, endedAt } of byId.values()) {
      if (endedAt === undefined || endedAt > horizon) continue
      byId.delete(verifyId)
      if (newestOf.get(phone) === verifyId) newestOf.delete(phone)
    }
  }

  const find = (verifyId: string): SimulatedVerification | undefined => byId.get(verifyId)
  const newest = (phone: string): SimulatedVerification | undefined =>
    find(newestOf.get(phone) ?? '')

  function isTaken(phone: string): boolean {
    const verification = newest(phone)
    if (!verification) return false
    if (isPending(verification)) return true
    const { state, startedAt, endedAt = 0 } = verification
    const now = clock.now()
    if (state === 'cancelled') return now < endedAt + behaviourOf(phone).busyAfterCancelMs
    return state === 'completed' && !knobs.completionFreesNumber && now < startedAt + codeValidForMs
  }

  function countStart(phone: string): void {
    startsByPhone.set(phone, (startsByPhone.get(phone) ?? 0) + 1)
  }

  function create(request: AcceptedStart, startedAt: number, delivered: number): string {
    const verifyId = randomId(random)
    const { hasLeadingZero } = behaviourOf(request.phone)
    put({
      ...request,
      verifyId,
      code: randomCode(random, request.codeLength, hasLeadingZero),
      startedAt,
      state: 'pending',
      endedAt: undefined,
      checks: 0,
      delivered,
    })
    const created = byId.get(verifyId)
    if (created) schedule(created)
    return verifyId
  }

  return {
    getSnapshot: snapshot.getSnapshot,
    subscribe: snapshot.subscribe,
    find,
    startsOf: (phone) => startsByPhone.get(phone) ?? 0,
    countStart,
    get spent() {
      return spent
    },

    start(request) {
      const { phone } = request
      const isFirst = startsByPhone.get(phone) === undefined
      countStart(phone)
      if (knobs.balance - spent < knobs.price) return 'noCredit'
      forgetOld()
      if (isFirst && behaviourOf(phone).isPendingElsewhere) {
        // Its text and first call are long done.
        create(request, clock.now() - startedElsewhereMsAgo, 2)
      }
      if (isTaken(phone)) return 'alreadyPending'
      const verifyId = create(request, clock.now(), 0)
      publish()
      return { verifyId }
    },

    check(verifyId, code) {
      const verification = find(verifyId)
      if (!verification || !isPending(verification)) return 'notActive'
      const { codeLength, phone } = verification
      const { refusedChecks, maxAttempts } = behaviourOf(phone)
      const checked = { ...verification, checks: verification.checks + 1 }
      const given = typeof code === 'number' ? String(code).padStart(codeLength, '0') : code
      const isRight = given === verification.code && checked.checks > refusedChecks
      if (isRight) {
        spent += knobs.price
        end(checked, 'completed')
      } else if (checked.checks >= maxAttempts) end(checked, 'locked')
      else put(checked)
      publish()
      return isRight ? 'ok' : 'wrongCode'
    },

    cancel(verifyId) {
      const verification = find(verifyId)
      if (!verification || !isPending(verification)) return 'unknown'
      const { startedAt, workflowId, phone } = verification
      const age = clock.now() - startedAt
      if (age < cancelAllowedAfterMs) return 'tooEarly'
      const secondAt = workflows[workflowId][1]?.atMs ?? Number.POSITIVE_INFINITY
      if (behaviourOf(phone).refusesCancelAfterCall && age >= secondAt) return 'tooLate'
      end(verification, 'cancelled')
      publish()
      return 'ok'
    },

    latest: (phone) => (phone === undefined ? snapshot.getSnapshot().at(-1) : newest(phone)),

    save: () => ({ verifications: [...byId.values()], starts: [...startsByPhone], spent }),

    restore(record) {
      for (const verifyId of timers.keys()) stopTimers(verifyId)
      byId.clear()
      newestOf.clear()
      spent = record.spent
      startsByPhone.clear()
      for (const [phone, count] of record.starts) startsByPhone.set(phone, count)
      for (const verification of record.verifications) put(verification)
      for (const verification of record.verifications) {
        if (verification.state === 'pending') schedule(verification)
      }
      publish()
    },

    clear() {
      for (const verifyId of timers.keys()) stopTimers(verifyId)
      byId.clear()
      newestOf.clear()
      startsByPhone.clear()
      spent = 0
      publish()
    },
  }
}
