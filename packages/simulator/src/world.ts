import {
  cancelAllowedAfterMs,
  codeValidForMs,
  workflows,
  type Channel,
  type Clock,
  type CodeLength,
  type Language,
  type TimerHandle,
  type WorkflowId,
} from '@phoneproof/client'
import type { HandsetControl } from './handset.ts'
import { createObservable, type Observable } from './observable.ts'
import { randomCode, randomId } from './seed.ts'
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
  readonly wrongCodes: number
}

/** A start whose body has passed validation. */
export interface AcceptedStart {
  phone: string
  brand: string
  codeLength: CodeLength
  language: Language
  senderId: string | undefined
  workflowId: WorkflowId
}

export interface WorldOptions {
  clock: Clock
  handset: HandsetControl
  random: () => number
  /** Credit taken when a verification completes. */
  price: number
  /** Wrong codes until the verification ends; Infinity for no limit (section 8, row 20). */
  maxAttempts: number
  /** Refuse to cancel once a call was made, as the upstream does (section 8, row 21). */
  cancelEndsAtFirstCall: boolean
}

/** The service: what it knows, and its rules (verify-api.md sections 7 and 8). */
export interface World extends Observable<readonly SimulatedVerification[]> {
  readonly price: number
  /** Credit taken so far: once for each completed verification. */
  readonly spent: number
  start(request: AcceptedStart): { verifyId: string } | 'alreadyPending'
  check(verifyId: string, code: string | number): 'ok' | 'wrongCode' | 'notActive'
  cancel(verifyId: string): 'ok' | 'tooEarly' | 'tooLate' | 'unknown'
  /** The newest verification, of one number or of all. */
  latest(phone?: string): SimulatedVerification | undefined
  clear(): void
}

export function createWorld(options: WorldOptions): World {
  const { clock, handset, random, price } = options
  const verifications = createObservable<readonly SimulatedVerification[]>([])
  const timers = new Map<string, TimerHandle[]>()
  let spent = 0

  const find = (verifyId: string): SimulatedVerification | undefined =>
    verifications.getSnapshot().find((each) => each.verifyId === verifyId)

  function change(verifyId: string, changes: Partial<SimulatedVerification>): void {
    verifications.update((all) =>
      all.map((each) => (each.verifyId === verifyId ? { ...each, ...changes } : each)),
    )
  }

  function end(verifyId: string, state: SimulatedVerification['state']): void {
    for (const timer of timers.get(verifyId) ?? []) clock.clearTimeout(timer)
    timers.delete(verifyId)
    handset.hangUp(verifyId)
    change(verifyId, { state, endedAt: clock.now() })
  }

  function deliver(
    { verifyId, phone, brand, code, language }: SimulatedVerification,
    channel: Channel,
  ): void {
    const words = channel === 'sms' ? smsText : voiceText
    const text = words(language, brand, code)
    handset.deliver({ phone, verifyId, channel, language, text })
  }

  const isPending = (verification: SimulatedVerification | undefined): boolean =>
    verification?.state === 'pending' && clock.now() < verification.startedAt + codeValidForMs

  return {
    getSnapshot: verifications.getSnapshot,
    subscribe: verifications.subscribe,
    price,
    get spent() {
      return spent
    },

    start(request) {
      const isTaken = verifications
        .getSnapshot()
        .some((each) => each.phone === request.phone && isPending(each))
      if (isTaken) return 'alreadyPending'
      const verification: SimulatedVerification = {
        ...request,
        verifyId: randomId(random),
        code: randomCode(random, request.codeLength),
        startedAt: clock.now(),
        state: 'pending',
        endedAt: undefined,
        wrongCodes: 0,
      }
      const { verifyId } = verification
      verifications.update((all) => [...all, verification])
      const deliveries = workflows[request.workflowId]
      timers.set(verifyId, [
        ...deliveries
          .filter(({ atMs }) => atMs > 0)
          .map(({ atMs, channel }) => clock.setTimeout(() => deliver(verification, channel), atMs)),
        clock.setTimeout(() => end(verifyId, 'expired'), codeValidForMs),
      ])
      const first = deliveries[0]
      if (first) deliver(verification, first.channel)
      return { verifyId }
    },

    check(verifyId, code) {
      const verification = find(verifyId)
      if (!verification || !isPending(verification)) return 'notActive'
      const given =
        typeof code === 'number' ? String(code).padStart(verification.codeLength, '0') : code
      if (given === verification.code) {
        spent += price
        end(verifyId, 'completed')
        return 'ok'
      }
      const wrongCodes = verification.wrongCodes + 1
      change(verifyId, { wrongCodes })
      if (wrongCodes >= options.maxAttempts) end(verifyId, 'locked')
      return 'wrongCode'
    },

    cancel(verifyId) {
      const verification = find(verifyId)
      if (!verification || !isPending(verification)) return 'unknown'
      const age = clock.now() - verification.startedAt
      if (age < cancelAllowedAfterMs) return 'tooEarly'
      const secondAt = workflows[verification.workflowId][1]?.atMs ?? Number.POSITIVE_INFINITY
      if (options.cancelEndsAtFirstCall && age >= secondAt) return 'tooLate'
      end(verifyId, 'cancelled')
      return 'ok'
    },

    latest: (phone) =>
      verifications.getSnapshot().findLast((each) => phone === undefined || each.phone === phone),

    clear() {
      for (const { verifyId } of verifications.getSnapshot()) {
        for (const timer of timers.get(verifyId) ?? []) clock.clearTimeout(timer)
      }
      timers.clear()
      spent = 0
      verifications.update(() => [])
    },
  }
}
