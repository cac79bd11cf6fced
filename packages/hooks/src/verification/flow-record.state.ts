import { codeValidForMs, workflowIds } from '@phoneproof/client'
import type { Abandoned } from './abandoned.state.ts'
import { requestAt } from './request.state.ts'
import { timelineOf, type Verification } from './timeline.state.ts'
import { initialState, type Attempt, type VerificationState } from './verification.state.ts'

/** What survives a reload. No code, no price: those never leave memory. */
interface FlowRecord {
  version: 1
  phone: string | undefined
  country: string | undefined
  verification: Verification | undefined
  attempt: (Attempt & { sentAt: number }) | undefined
  starts: number
  wrong: number
  queue: { verification: Verification; sendAt: number | undefined }[]
}

/** The text to store, or undefined when there is nothing worth keeping. */
export function serializeFlow(state: VerificationState): string | undefined {
  const { main, inFlight, phone, country, starts, wrong } = state
  const isRunning = 'verification' in main && main.step !== 'verified' && main.step !== 'expired'
  const verification = isRunning ? main.verification : undefined
  const waiting = main.step === 'starting' || main.step === 'startUncertain'
  const attempt = waiting
    ? inFlight.find(({ attemptId }) => attemptId === main.attempt.attemptId)
    : undefined
  const queue = state.queue.map(({ verification: left, request }) => ({
    verification: left,
    sendAt: Number.isFinite(request.sendAt) ? request.sendAt : undefined,
  }))
  if (!verification && !attempt && queue.length === 0) return undefined
  const record: FlowRecord = {
    version: 1,
    phone,
    country,
    verification,
    attempt,
    starts,
    wrong,
    queue,
  }
  return JSON.stringify(record)
}

/** The state a stored text leads to at `now`. Anything unreadable is as if nothing were there. */
export function restoreFlow(text: string | null, now: number): Partial<VerificationState> {
  const record = text === null ? undefined : parse(text)
  if (record === undefined) return {}
  const { phone, country, starts, wrong, verification, attempt } = record
  const queue: Abandoned[] = record.queue
    .filter((entry) => now < timelineOf(entry.verification).startAgainAt)
    .map((entry) => ({
      verification: entry.verification,
      request: requestAt(entry.sendAt ?? Number.POSITIVE_INFINITY),
    }))
  const kept = { phone, country, starts, wrong, queue }

  if (verification && now < timelineOf(verification).expiresAt) {
    return { ...kept, main: { step: 'entering', verification } }
  }
  if (verification) return { ...kept, starts: 0, wrong: 0, notice: { kind: 'expiredWhileAway' } }
  if (attempt && now < attempt.sentAt + codeValidForMs) {
    // The page went away before an answer: nobody here can know whether a code was sent.
    const { attemptId, phone: to, country: from } = attempt
    const acceptedBefore = attempt.acceptedBefore ?? now
    const uncertain = { attemptId, phone: to, country: from, uncertain: true, acceptedBefore }
    return { ...kept, main: { step: 'startUncertain', attempt: uncertain, mode: 'fresh' } }
  }
  return kept
}

function parse(text: string): FlowRecord | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is FlowRecord {
  if (!isObject(value) || value['version'] !== 1 || !Array.isArray(value['queue'])) return false
  const { verification, attempt, queue, phone, starts, wrong } = value
  return (
    (phone === undefined || typeof phone === 'string') &&
    typeof starts === 'number' &&
    typeof wrong === 'number' &&
    (verification === undefined || isVerification(verification)) &&
    (attempt === undefined || (isObject(attempt) && typeof attempt['sentAt'] === 'number')) &&
    queue.every((entry) => isObject(entry) && isVerification(entry['verification']))
  )
}

/** Also guards what other tabs say. */
export function isVerification(value: unknown): value is Verification {
  return (
    isObject(value) &&
    typeof value['verifyId'] === 'string' &&
    typeof value['phone'] === 'string' &&
    typeof value['codeLength'] === 'number' &&
    typeof value['earliestStart'] === 'number' &&
    typeof value['latestStart'] === 'number' &&
    workflowIds.some((id) => id === value['workflowId'])
  )
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** A blank flow, or the stored one. */
export const stateFromStorage = (
  text: string | null,
  now: number,
  defaults: Partial<VerificationState>,
): VerificationState => initialState({ ...defaults, ...restoreFlow(text, now) })
