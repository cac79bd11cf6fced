import {
  deliveryKindOf,
  deliveriesOf,
  type Clock,
  type ServiceProfile,
  type TimerHandle,
} from '@phoneproof/client'
import type { Behaviour } from './behaviour.ts'
import type { HandsetControl, HandsetMessage } from './handset.ts'
import type { ServiceOptions } from './service-options.ts'
import { createObservableList, type Observable } from './observable.ts'
import { judgeCode } from './rules/attempts.ts'
import { judgeCancel } from './rules/cancellation.ts'
import { expiresAt, holdsNumber, isForgettable, isPending } from './rules/expiry.ts'
import { randomCode, randomId, type Random } from './seed.ts'
import { textFor } from './texts.ts'
import type { AcceptedStart, SimulatedVerification } from './verification.ts'

/** The part of a world that survives a reload. */
export interface WorldRecord {
  readonly verifications: readonly SimulatedVerification[]
  readonly starts: readonly (readonly [phone: string, count: number])[]
  readonly spent: number
}

export interface WorldOptions {
  clock: Clock
  handset: HandsetControl
  random: Random
  service: ServiceProfile
  serviceOptions: ServiceOptions
  behaviourOf: (phone: string) => Behaviour
}

/** The simulated service: its verifications and its rules (verify-api.md 7; verify-api.md 8). */
export interface World extends Observable<readonly SimulatedVerification[]> {
  /** Credit taken so far: once for each completed verification. */
  readonly spent: number
  start(request: AcceptedStart): { verifyId: string } | 'alreadyPending' | 'noCredit'
  check(verifyId: string, code: string | number): 'ok' | 'wrongCode' | 'notActive'
  cancel(verifyId: string): 'ok' | 'tooEarly' | 'tooLate' | 'unknown'
  find(verifyId: string): SimulatedVerification | undefined
  /** The newest verification, of one number or of all. */
  latest(phone?: string): SimulatedVerification | undefined
  /** How many starts a number has had. */
  startsOf(phone: string): number
  /** Counts a start that was refused before it reached the world. */
  countStart(phone: string): void
  /** The next start of every number counts as its first. */
  forgetStarts(): void
  save(): WorldRecord
  restore(record: WorldRecord): void
  clear(): void
}

const startedElsewhereMsAgo = 60_000

export function createWorld(options: WorldOptions): World {
  const { clock, handset, random, service, serviceOptions, behaviourOf } = options
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

  /** The verification with this id, if it is running. */
  function running(verifyId: string): SimulatedVerification | undefined {
    const verification = byId.get(verifyId)
    return verification && isPending(verification, clock.now(), service) ? verification : undefined
  }

  function stopTimers(verifyId: string): void {
    for (const timer of timers.get(verifyId) ?? []) clock.clearTimeout(timer)
    timers.delete(verifyId)
  }

  function end(verification: SimulatedVerification, state: SimulatedVerification['state']): void {
    stopTimers(verification.verifyId)
    handset.hangUp(verification.verifyId)
    const endedAt = Math.min(clock.now(), expiresAt(verification, service))
    put({ ...verification, state, endedAt })
  }

  function deliver(
    verifyId: string,
    index: number,
    { at, channel }: Pick<HandsetMessage, 'at' | 'channel'>,
  ): void {
    // The timer may be late. The code was valid when this was due, so it is delivered all the same.
    const verification = byId.get(verifyId)
    if (verification?.state !== 'pending' || verification.delivered > index) return
    put({ ...verification, delivered: index + 1 })
    const { phone, brand, code, language } = verification
    if (deliveryKindOf({ channel }) === 'text' && !behaviourOf(phone).deliversTexts) return
    const text = textFor(channel, language, { brand, code })
    handset.deliver({ phone, verifyId, channel, language, at, text })
  }

  /**
   * Sets timers for what is still to come. What is overdue, because a page was away, happens now.
   */
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
        expiresAt(verification, service) - now,
      ),
    ]
    timers.set(verifyId, handles)
    for (const [index, { atMs, channel }] of deliveriesOf(service, workflowId).entries()) {
      if (index < delivered) continue
      const at = startedAt + atMs
      if (at <= now) deliver(verifyId, index, { at, channel })
      else {
        const ring = (): void => {
          deliver(verifyId, index, { at, channel })
          changed()
        }
        handles.push(clock.setTimeout(ring, at - now))
      }
    }
  }

  function forgetOld(): void {
    for (const verification of byId.values()) {
      if (!isForgettable(verification, clock.now(), service)) continue
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
    const { completionFreesNumber } = serviceOptions
    const { busyAfterCancelMs } = behaviourOf(phone)
    const rules = { completionFreesNumber, busyAfterCancelMs }
    return verification !== undefined && holdsNumber(verification, clock.now(), service, rules)
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
      if (serviceOptions.balance - spent < serviceOptions.price) return 'noCredit'
      forgetOld()
      if (isFirst && behaviourOf(phone).isPendingElsewhere) {
        const due = deliveriesOf(service, request.workflowId).filter(
          ({ atMs }) => atMs <= startedElsewhereMsAgo,
        )
        create(request, clock.now() - startedElsewhereMsAgo, due.length)
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
        spent += serviceOptions.price
        end(checked, 'completed')
      } else if (verdict === 'lastWrong') end(checked, 'locked')
      else put(checked)
      changed()
      return verdict === 'right' ? 'ok' : 'wrongCode'
    },

    cancel(verifyId) {
      const verification = running(verifyId)
      if (!verification) return 'unknown'
      const verdict = judgeCancel(
        verification,
        clock.now(),
        service,
        behaviourOf(verification.phone),
      )
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
