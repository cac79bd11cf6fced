import { isCount } from '../../lib/is-count.ts'
import type { Delivery, ServerTime, ServiceProfile } from '@phoneproof/client'
import type { Terms, Verification } from '../machine/deadlines.ts'
import { e164, type Start } from '../machine/flow-state.ts'

// Reads what comes from outside (a storage, another tab, a backend), member by member, and checks the
// range of each. A type alone would let in a code of 100,000 digits, which no page survives. Members
// that nobody asks for are left out.

/** Returns the value if it is possible at `now`. Throws if it is not. */
export type Reader<T> = (value: unknown, now: number) => T

export const only =
  <T>(check: (value: unknown, now: number) => boolean): Reader<T> =>
  (value, now) => {
    if (!check(value, now)) throw new TypeError('Out of range')
    // SAFETY: that is what the check is for.
    return value as T
  }

/** The members that are named, and no others. */
export const object =
  <T>(readers: { readonly [Name in keyof T]-?: Reader<T[Name]> }): Reader<T> =>
  (value, now) => {
    const members = membersOf(value)
    const read = Object.entries<Reader<unknown>>(readers).map(([name, each]) => [
      name,
      each(members[name], now),
    ])
    // SAFETY: each member was read.
    return Object.fromEntries(read) as T
  }

export const list =
  <T>(reader: Reader<T>): Reader<T[]> =>
  (value, now) =>
    only<unknown[]>((each) => Array.isArray(each) && isCount(each.length))(value, now).map((each) =>
      reader(each, now),
    )

/** Undefined, or what the reader takes. */
export const maybe =
  <T>(reader: Reader<T>): Reader<T | undefined> =>
  (value, now) =>
    value === undefined ? undefined : reader(value, now)

export const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  Object(value) as Readonly<Record<string, unknown>>

export const text = (pattern: RegExp): Reader<string> =>
  only((value) => typeof value === 'string' && pattern.test(value))
export const oneOf = <T>(all: readonly T[]): Reader<T> =>
  only((value) => all.some((each) => each === value))

export const count: Reader<number> = only(isCount)
export const flag: Reader<boolean> = only((value) => typeof value === 'boolean')
export const phone: Reader<string> = text(e164)
/** An id may be any text, within reason. */
export const id: Reader<string> = text(/^[^]{1,4096}$/)

const isBy = (value: unknown, instant: number): boolean =>
  // The bounds of a start are rounded up to a second.
  Number.isFinite(value) && Number(value) <= instant + 1_000

/** A moment that has come. */
export const past: Reader<number> = only(isBy)
/** No code lives for longer than a day. */
const longestMs = 86_400_000
const isDuration = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= longestMs
const duration: Reader<number> = only(isDuration)
/** A moment that has come, or comes within the life of a code. */
export const soon: Reader<number> = only((value, now) => isBy(value, now + longestMs))

/** Whether a moment is no later than so many milliseconds from now. */
export const isWithin = (instant: number | undefined, durationMs: number, now: number): boolean =>
  instant === undefined || isBy(instant, now + durationMs)

/** Whether a verification can be one of this service. */
export const isOf = (service: ServiceProfile, { codeLength }: Verification): boolean =>
  service.codeLengths.includes(codeLength)

const terms = object<Terms>({
  validForMs: duration,
  cancelAfterMs: duration,
  deliveries: list(object<Delivery>({ atMs: duration, channel: text(/^[\w-]{1,32}$/) })),
})

const verification = object<Verification>({
  verifyId: id,
  phone,
  codeLength: only((value) => Number.isInteger(value) && Number(value) >= 3 && Number(value) <= 10),
  terms,
  earliestStart: past,
  latestStart: past,
})

export const readVerification: Reader<Verification> = (value, now) => {
  const read = verification(value, now)
  // An answer may take long, but no longer than its code lives.
  const widthMs = read.latestStart - read.earliestStart
  return only<Verification>(() => widthMs >= 0 && widthMs <= read.terms.validForMs)(read, now)
}

export const readStart: Reader<Start> = object<Start>({
  // It becomes a header.
  startId: text(/^[\w-]{1,64}$/),
  keysUsed: maybe(count),
  pressedAt: past,
  phone,
  firstSentAt: maybe(past),
  uncertain: flag,
  validForMs: duration,
  acceptedBefore: maybe(past),
})

/** One hour. A backend does not speak of older codes that are over, even if its clocks disagree. */
const oldestMs = 3_600_000

/** The times of a backend, if they can be those of one code. An impossible end is left out. */
export function readServerTime(
  given: ServerTime | undefined,
  { validForMs }: Terms,
): ServerTime | undefined {
  const oldest = Math.max(oldestMs, validForMs)
  const { startedAt, expiresAt, now } = membersOf(given) as Partial<ServerTime>
  if (!Number.isFinite(now) || !Number.isFinite(startedAt)) return undefined
  const [started, answered] = [Number(startedAt), Number(now)]
  if (Math.abs(answered - started) > oldest) return undefined
  const lifeMs = Number(expiresAt) - started
  return {
    // A start in the future means that two of its clocks disagree.
    startedAt: Math.min(started, answered),
    expiresAt: lifeMs > 0 && lifeMs <= oldest ? expiresAt : undefined,
    now: answered,
  }
}
