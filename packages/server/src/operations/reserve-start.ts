import { answers } from '../answers.ts'
import { countsOfStart, type Count } from '../limits/counters.ts'
import type { Kept } from '../records/records.ts'
import {
  repeatableForMs,
  writeOf,
  type NumberLock,
  type Verification,
} from '../records/verification.ts'
import { randomId } from '../secrets.ts'
import { about } from './about.ts'
import { refuseBots } from './bot-check.ts'
import type { Parts, StartAsked } from './parts.ts'

/** Where the records of a start are kept. */
export interface StartPlaces {
  number: string
  current: string
  repeat: string | undefined
}

/** A start that is journalled, and may be sent. */
export interface ReservedStart {
  asked: StartAsked
  /** As it is journalled. */
  kept: Kept<Verification>
  places: StartPlaces & { verification: string }
  counts: readonly Count[]
  reservedAt: number
  /** True when an earlier attempt may have reached the service. */
  isRepeated: boolean
}

export function placesOf(
  { session, phone }: StartAsked,
  repeatKey: string | undefined,
  { records, settings }: Parts,
): StartPlaces {
  return {
    number: records.keyOf('number', phone),
    current: records.keyOf('current', session.id, settings.purpose),
    // With the number: a key that comes with another one is no repeat.
    repeat:
      repeatKey === undefined
        ? undefined
        : records.keyOf('repeat', session.id, settings.purpose, repeatKey, phone),
  }
}

/**
 * Takes the number and reserves what a text costs, before anything is sent. Undefined when somebody
 * else was faster, a response when the start is refused.
 */
export async function reserveStart(
  asked: StartAsked,
  places: StartPlaces,
  unanswered: Kept<Verification> | undefined,
  parts: Parts,
): Promise<ReservedStart | Response | undefined> {
  const { settings, records, clock, prices, report } = parts
  const { session, address, phone, country } = asked
  const price = prices.expected(country)
  const all = countsOfStart(
    settings.limits,
    { phone, country, session: session.id, address, price },
    records.keyOf,
  )
  // A text that may have been sent has been counted already. Asking once more has not.
  const counts = unanswered ? all.filter(({ ofTexts }) => !ofTexts) : all
  let reserve: readonly Count[] = counts
  if (!unanswered && settings.botCheck && settings.botCheckWhen === 'always') {
    const refusal = await refuseBots(asked, false, parts)
    if (refusal) return refusal
    reserve = counts.map(withoutWatch)
  }
  for (;;) {
    const reserved = await journal(asked, places, unanswered, { counts, reserve }, parts)
    if ('kept' in reserved) return reserved
    if ('conflict' in reserved) return undefined
    const full = reserve.find(({ key }) => key === reserved.full)
    if (full?.isWatch && settings.botCheck) {
      const refusal = await refuseBots(asked, true, parts)
      if (refusal) return refusal
      reserve = counts.map(withoutWatch)
    } else {
      const scope = full?.scope ?? 'account'
      const reason = full?.isWatch ? 'suspicious' : 'limit'
      report('verify.refused', 'warn', {
        operation: 'start',
        reason,
        scope,
        ...about(asked, parts),
      })
      return answers.tooMany(scope, reserved.freeAt - clock.now())
    }
  }
}

/** The watches count people who have passed a bot check, and let them through. */
const withoutWatch = (count: Count): Count =>
  count.isWatch ? { ...count, max: Number.POSITIVE_INFINITY } : count

async function journal(
  asked: StartAsked,
  places: StartPlaces,
  unanswered: Kept<Verification> | undefined,
  { counts, reserve }: { counts: readonly Count[]; reserve: readonly Count[] },
  { records, clock, profile, settings }: Parts,
): Promise<ReservedStart | { conflict: string } | { full: string; freeAt: number }> {
  const now = clock.now()
  const { session, phone, country } = asked
  const id = unanswered?.value.id ?? randomId()
  // If the first attempt has arrived, its code lives no longer because of the second.
  const startedAt = unanswered?.value.startedAt ?? now
  const verification: Verification = {
    id,
    phone,
    country,
    state: 'starting',
    purpose: settings.purpose,
    startedAt,
    askedAt: now,
    checks: 0,
  }
  const key = records.keyOf('verification', session.id, id)
  const lock: NumberLock = { session: session.id, id, startedAt }
  const heldForMs = startedAt + profile.codeValidForMs - now
  const pointer = { value: { id }, ttlMs: profile.codeValidForMs + repeatableForMs }
  const writes = [
    writeOf(key, verification, profile, unanswered ?? null),
    { key: places.number, value: lock, ttlMs: heldForMs, ...(!unanswered && { over: null }) },
    { key: places.current, ...pointer },
    ...(places.repeat === undefined ? [] : [{ key: places.repeat, ...pointer }]),
  ]
  const outcome = await records.commit({ reserve, writes }, now)
  if (!outcome.done) return outcome
  return {
    asked,
    kept: { value: verification, text: outcome.texts[0] ?? '' },
    places: { ...places, verification: key },
    counts,
    reservedAt: now,
    isRepeated: unanswered !== undefined,
  }
}
