import { workflows, type Clock, type TimerHandle } from '@phoneproof/client'
import type { Behaviour } from './behaviour.ts'
import type { HandsetControl } from './handset.ts'
import type { Knobs } from './knobs.ts'
import { createObservableList, type Observable } from './observable.ts'
import { judgeCode } from './rules/attempts.ts'
import { judgeCancel } from './rules/cancellation.ts'
import { expiresAt, holdsNumber, isForgettable, isPending } from './rules/expiry.ts'
import { randomCode, randomId, type Random } from './seed.ts'
import { smsText, voiceText } from './texts.ts'
import type { AcceptedStart, SimulatedVerification } from './verification.ts'

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
  /** The next start of every number is its first again. */
  forgetStarts(): void
  save(): WorldRecord
  restore(record: WorldRecord): void
  clear(): void
}

const startedElsewhereMsAgo = 60_000

export function createWorld(options: WorldOptions): World {
  const { clock, handset, random, knobs, behaviourOf } = options
  const byId = new Map<string, SimulatedVerification>()
  const newestOf = new Map<string, string>()
  const timers = new Map<string, TimerHandle[]>()
  const startsByPhone = new Map<string, number>()
  let spent = 0

  const { getSnapshot, subscribe, changed } = createObservableList(() => byId.values())

  const put = (verification: SimulatedVerification): void =>
    void byId.set(verification.verifyId, verification)

  function add(verification: SimulatedVerification): void {
    put(verification)
    newestOf.set(verification.phone, verification.verifyId)
  }

  /** The one with this id, while it is running. */
  function running(verifyId: string): SimulatedVerification | undefined {
    const verification = byId.get(verifyId)
    return verification && isPending(verification, clock.now()) ? verification : undefined
  }

  function stopTimers(verifyId: string): void {
    for (const timer of timers.get(verifyId) ?? []) clock.clearTimeout(timer)
    timers.delete(verifyId)
  }

  function end(verification: SimulatedVerification, state: SimulatedVerification['state']): void {
    stopTimers(verification.verifyId)
    handset.hangUp(verification.verifyId)
    const endedAt = Math.min(clock.now(), expiresAt(verification))
    put({ ...verification, state, endedAt })
  }

  function deliver(verifyId: string, index: number, at: number): void {
    // A timer may be late, so it is not asked whether the code still lives: it did when this was due.
    const verification = byId.get(verifyId)
    if (verification?.state !== 'pending' || verification.delivered > index) return
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
  function schedule(verification: SimulatedVerification): void {
    const { verifyId, workflowId, startedAt, delivered } = verification
    const now = clock.now()
    const handles = [
      clock.setTimeout(
        () => {
          const last = byId.get(verifyId)
          if (last?.state === 'pending') end(last, 'expired')
          changed()
        },
        expiresAt(verification) - now,
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
          changed()
        }
        handles.push(clock.setTimeout(ring, at - now))
      }
    }
  }

  function forgetOld(): void {
    for (const verification of byId.values()) {
      if (!isForgettable(verification, clock.now())) continue
      const { verifyId, phone } = verification
      byId.delete(verifyId)
      if (newestOf.get(phone) === verifyId) newestOf.delete(phone)
    }
  }

  const find = (verifyId: string): SimulatedVerification | undefined => byId.get(verifyId)
  const newest = (phone: string): SimulatedVerification | undefined =>
    find(newestOf.get(phone) ?? '')

  function isTaken(phone: string): boolean {
    const verification = newest(phone)
    const { completionFreesNumber } = knobs
    const { busyAfterCancelMs } = behaviourOf(phone)
    const rules = { completionFreesNumber, busyAfterCancelMs }
    return verification !== undefined && holdsNumber(verification, clock.now(), rules)
  }

  function countStart(phone: string): void {
    startsByPhone.set(phone, (startsByPhone.get(phone) ?? 0) + 1)
  }

  function create(request: AcceptedStart, startedAt: number, delivered: number): string {
    const verifyId = randomId(random)
    const { hasLeadingZero } = behaviourOf(request.phone)
    const created: SimulatedVerification = {
      ...request,
      verifyId,
      code: randomCode(random, request.codeLength, hasLeadingZero),
      startedAt,
      state: 'pending',
      endedAt: undefined,
      checks: 0,
      delivered,
    }
    add(created)
    schedule(created)
    return verifyId
  }

  return {
    getSnapshot,
    subscribe,
    find,
    startsOf: (phone) => startsByPhone.get(phone) ?? 0,
    countStart,
    forgetStarts: () => startsByPhone.clear(),
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
      changed()
      return { verifyId }
    },

    check(verifyId, code) {
      const verification = running(verifyId)
      if (!verification) return 'notActive'
      const verdict = judgeCode(verification, code, behaviourOf(verification.phone))
      const checked = { ...verification, checks: verification.checks + 1 }
      if (verdict === 'right') {
        spent += knobs.price
        end(checked, 'completed')
      } else if (verdict === 'lastWrong') end(checked, 'locked')
      else put(checked)
      changed()
      return verdict === 'right' ? 'ok' : 'wrongCode'
    },

    cancel(verifyId) {
      const verification = running(verifyId)
      if (!verification) return 'unknown'
      const verdict = judgeCancel(verification, clock.now(), behaviourOf(verification.phone))
      if (verdict !== 'ok') return verdict
      end(verification, 'cancelled')
      changed()
      return 'ok'
    },

    latest: (phone) => (phone === undefined ? getSnapshot().at(-1) : newest(phone)),

    save: () => ({ verifications: [...byId.values()], starts: [...startsByPhone], spent }),

    restore(record) {
      for (const verifyId of timers.keys()) stopTimers(verifyId)
      byId.clear()
      newestOf.clear()
      spent = record.spent
      startsByPhone.clear()
      for (const [phone, count] of record.starts) startsByPhone.set(phone, count)
      for (const verification of record.verifications) add(verification)
      for (const verification of record.verifications) {
        if (verification.state === 'pending') schedule(verification)
      }
      changed()
    },

    clear() {
      for (const verifyId of timers.keys()) stopTimers(verifyId)
      byId.clear()
      newestOf.clear()
      startsByPhone.clear()
      spent = 0
      changed()
    },
  }
}
