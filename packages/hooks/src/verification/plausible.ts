import {
  codeLengths,
  codeValidForMs,
  workflowIds,
  type CodeLength,
  type ServerTime,
} from '@phoneproof/client'
import type { Verification } from './timeline.state.ts'
import { e164, type Attempt } from './verification.state.ts'

// What comes from outside (a storage, another tab, a backend) is read here, member by member. Each is
// asked for its range, and what was not asked for is left out: a type alone lets a code of 100,000
// digits in, which no page survives.

type Members = Readonly<Record<string, unknown>>

export const membersOf = (value: unknown): Members => Object(value) as Members

const isText = (value: unknown, pattern: RegExp): value is string =>
  typeof value === 'string' && pattern.test(value)

/** A count of things that happened to one person: nobody is sent a thousand codes. */
export const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < 1_000

/** Ids are whatever a backend likes, within reason. */
export const isId = (value: unknown): value is string => isText(value, /^[^]{1,4096}$/)

export const isPhone = (value: unknown): value is string => isText(value, e164)

export const isCodeLength = (value: unknown): value is CodeLength =>
  codeLengths.some((length) => length === value)

/** Instants lie this far ahead at most: bounds are rounded up to a second. */
const aheadMs = 1_000

/** A moment that has come by `now`. */
export const isPast = (value: unknown, now: number): value is number =>
  Number.isFinite(value) && Number(value) <= now + aheadMs

/** A moment within the life of a code that is asked for now. */
export const isSoon = (value: unknown, now: number): value is number =>
  isPast(value, now + codeValidForMs)

export function readVerification(value: unknown, now: number): Verification | undefined {
  const { verifyId, phone, codeLength, workflowId, earliestStart, latestStart } = membersOf(value)
  const workflow = workflowIds.find((id) => id === workflowId)
  if (!isId(verifyId) || !isPhone(phone) || !isCodeLength(codeLength) || !workflow) return undefined
  if (!isPast(earliestStart, now) || !isPast(latestStart, now)) return undefined
  // An answer may have taken long, but no longer than a code lives.
  const widthMs = latestStart - earliestStart
  if (widthMs < 0 || widthMs > codeValidForMs) return undefined
  return { verifyId, phone, codeLength, workflowId: workflow, earliestStart, latestStart }
}

export function readAttempt(value: unknown, now: number): Attempt | undefined {
  const members = membersOf(value)
  const { attemptId, keysUsed, pressedAt, phone, country, uncertain } = members
  const { firstSentAt, acceptedBefore } = members
  const isKnown =
    // It becomes a header.
    isText(attemptId, /^[\w-]{1,64}$/) &&
    isPhone(phone) &&
    isPast(pressedAt, now) &&
    typeof uncertain === 'boolean'
  if (!isKnown || !isOr(keysUsed, isCount) || !isOr(country, isCountry)) return undefined
  const isInstant = (each: unknown): each is number => isPast(each, now)
  if (!isOr(firstSentAt, isInstant) || !isOr(acceptedBefore, isInstant)) return undefined
  return {
    attemptId,
    keysUsed,
    pressedAt,
    phone,
    country,
    uncertain,
    firstSentAt,
    acceptedBefore,
  }
}

export const isCountry = (value: unknown): value is string => isText(value, /^[a-z]{2}$/i)

/** Missing, or what it should be. */
export const isOr = <T>(
  value: unknown,
  isOne: (given: unknown) => given is T,
): value is T | undefined => value === undefined || isOne(value)

/** An hour: the oldest code that a backend can still speak of, with clocks that disagree. */
const oldestMs = 3_600_000

/** The times of a backend, where they can be of one code; without an end that cannot. */
export function readServerTime(given: ServerTime | undefined): ServerTime | undefined {
  const { startedAt, expiresAt, now } = membersOf(given)
  if (!Number.isFinite(now) || !Number.isFinite(startedAt)) return undefined
  const ageMs = Number(now) - Number(startedAt)
  if (ageMs < -oldestMs || ageMs > oldestMs) return undefined
  const lifeMs = Number(expiresAt) - Number(startedAt)
  return {
    // Not yet started: two clocks of theirs disagree.
    startedAt: Math.min(Number(startedAt), Number(now)),
    expiresAt: lifeMs > 0 && lifeMs <= oldestMs ? Number(expiresAt) : undefined,
    now: Number(now),
  }
}
