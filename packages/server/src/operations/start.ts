import { answers } from '../answers.ts'
import type { Body } from '../guards/body.ts'
import { readNumber } from '../limits/phone-number.ts'
import type { Kept } from '../records/records.ts'
import {
  asNumberLock,
  asPointer,
  asVerification,
  expiresAt,
  writeOf,
  type NumberLock,
  type Verification,
} from '../records/verification.ts'
import { about } from './about.ts'
import { askForStart, startedAnswer } from './ask-for-start.ts'
import { startDecoy } from './decoy.ts'
import { clockSkewMs, serviceLimitMs, type Asked, type Parts, type StartAsked } from './parts.ts'
import { placesOf, reserveStart, type StartPlaces } from './reserve-start.ts'

/**
 * `POST /verify`: reserves and journals in one step, asks the service, records its answer. A number has
 * one start at a time. Whoever asks again gets what the first one got.
 */
export async function start(asked: Asked, body: Body, parts: Parts): Promise<Response> {
  const { settings, clock, report } = parts
  const number = readNumber(body['phone'], body['country'], settings)
  if (!number) {
    report('verify.refused', 'info', { operation: 'start', reason: 'number' })
    return answers.notServed()
  }
  const repeatKey = asked.request.headers.get('idempotency-key') ?? undefined
  if (repeatKey !== undefined && !/^[\x21-\x7e]{1,200}$/.test(repeatKey)) {
    return answers.badRequest('The Idempotency-Key cannot be read.')
  }
  const start = { ...asked, ...number }
  const places = placesOf(start, repeatKey, parts)

  // Whoever loses a race reads again what the winner has written.
  for (const givesUpAt = clock.now() + serviceLimitMs; clock.now() <= givesUpAt;) {
    const { lock, earlier } = await earlierStart(asked, places, parts)
    const state = earlier?.value.state
    if (lock && lock.session !== asked.session.id) {
      const who = about(start, parts)
      report('verify.refused', 'info', { operation: 'start', reason: 'busy_elsewhere', ...who })
      if (settings.busyElsewhere === 'pretend') return pretend(start, places, parts)
      return answers.busy(validFor(lock, parts))
    }
    // Started for another purpose, and the service takes one at a time.
    if (lock && earlier && earlier.value.purpose !== settings.purpose) {
      return answers.busy(validFor(lock, parts))
    }
    if (earlier && state === 'starting' && !isAbandoned(earlier.value, clock.now())) {
      await pause(parts)
      continue
    }
    if (earlier && state === 'locked' && lock) return answers.busy(validFor(lock, parts))
    if (earlier && state !== 'starting' && state !== 'unanswered') {
      return answerEarlier(earlier, asked, parts)
    }
    const reserved = await reserveStart(start, places, lock && earlier, parts)
    if (reserved instanceof Response) return reserved
    if (reserved) return askForStart(reserved, parts)
  }
  return answers.unavailable()
}

/** Who holds the number, and the start of this session that this one repeats. */
async function earlierStart(
  { session }: Asked,
  { number, repeat }: StartPlaces,
  { records }: Parts,
): Promise<{ lock: NumberLock | undefined; earlier: Kept<Verification> | undefined }> {
  const [held, pointer] = await records.read(number, ...(repeat === undefined ? [] : [repeat]))
  const lock = asNumberLock(held)?.value
  const own = lock?.session === session.id ? lock.id : undefined
  const find = async (id: string | undefined): Promise<Kept<Verification> | undefined> =>
    id === undefined
      ? undefined
      : asVerification((await records.read(records.keyOf('verification', session.id, id)))[0])
  const id = asPointer(pointer)?.value.id ?? own
  const earlier = await find(id)
  const isAnswered = earlier && !['starting', 'unanswered'].includes(earlier.value.state)
  // A key whose start was never answered, and the number was started with another one since.
  const isOvertaken = own !== undefined && own !== id && !isAnswered
  return { lock, earlier: isOvertaken ? await find(own) : earlier }
}

/** Answers a stranger as the rightful session is answered: the same decoy for as long as its code would live. */
async function pretend(asked: StartAsked, places: StartPlaces, parts: Parts): Promise<Response> {
  const { records, clock, profile } = parts
  const pointers = [places.current, ...(places.repeat === undefined ? [] : [places.repeat])]
  for (const pointer of await records.read(...pointers)) {
    const id = asPointer(pointer)?.value.id ?? ''
    const key = records.keyOf('verification', asked.session.id, id)
    const kept = asVerification((await records.read(key))[0])
    const isSame = kept?.value.state === 'decoy' && kept.value.phone === asked.phone
    const { cancelAt } = kept?.value ?? {}
    const endsAt = kept && (cancelAt ?? expiresAt(kept.value, profile))
    if (isSame && endsAt !== undefined && clock.now() < endsAt) {
      return answerEarlier(kept, asked, parts)
    }
  }
  return startDecoy(asked, places, parts)
}

/** The process that asked the service has died, or will not answer any more. */
const isAbandoned = ({ askedAt }: Verification, now: number): boolean =>
  now > askedAt + serviceLimitMs

const validFor = ({ startedAt }: NumberLock, { profile, clock }: Parts): number =>
  startedAt + profile.codeValidForMs - clock.now()

async function answerEarlier(
  earlier: Kept<Verification>,
  { session }: Asked,
  parts: Parts,
): Promise<Response> {
  const { records, profile, clock } = parts
  const { value } = earlier
  const isOpen = value.state === 'running' || value.state === 'decoy'
  if (!isOpen || value.cancelAt === undefined) return startedAnswer(value, parts)
  // Some instance may be carrying it out at this moment. Then the number is free in a moment.
  const isImminent = clock.now() >= value.cancelAt - clockSkewMs
  if (isImminent) return answers.tooMany(undefined, 2 * clockSkewMs)
  // Who starts a number again has changed their mind about the cancel that waits for its time.
  const taken: Verification = { ...value, cancelAt: undefined }
  const key = records.keyOf('verification', session.id, value.id)
  const outcome = await records.commit({
    writes: [writeOf(key, taken, profile, earlier)],
  })
  return outcome.done ? startedAnswer(taken, parts) : answers.tooMany(undefined, 1000)
}

/** Until the one who was first may have an answer. */
const pause = ({ clock }: Parts): Promise<void> =>
  new Promise((resolve) => clock.setTimeout(resolve, 100))
