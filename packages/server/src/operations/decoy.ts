import { answers } from '../answers.ts'
import { countsOfStart } from '../limits/counters.ts'
import { repeatableForMs, writeOf, type Verification } from '../records/verification.ts'
import { randomId } from '../secrets.ts'
import { startedAnswer } from './ask-for-start.ts'
import type { Parts, StartAsked } from './parts.ts'
import type { StartPlaces } from './reserve-start.ts'

/**
 * Answers a start whose number somebody else is verifying as if a code had been sent. It counts against the same
 * limits, and takes as long as the last start that was sent.
 */
export async function startDecoy(
  asked: StartAsked,
  places: StartPlaces,
  parts: Parts,
): Promise<Response> {
  const { settings, records, clock, profile } = parts
  const { session, phone, country, address } = asked
  const facts = { phone, country, session: session.id, address, price: 0 }
  const counts = countsOfStart(settings.limits, facts, records.keyOf)
  const now = clock.now()
  const id = randomId()
  const verification: Verification = {
    id,
    phone,
    country,
    purpose: settings.purpose,
    state: 'decoy',
    startedAt: now,
    askedAt: now,
    checks: 0,
  }
  const key = records.keyOf('verification', session.id, id)
  const pointer = { value: { id }, ttlMs: profile.codeValidForMs + repeatableForMs }
  const outcome = await records.commit({
    reserve: counts.filter(({ isMoney }) => !isMoney),
    writes: [
      writeOf(key, verification, profile),
      { key: places.current, ...pointer },
      ...(places.repeat === undefined ? [] : [{ key: places.repeat, ...pointer }]),
    ],
  })
  if (!outcome.done) {
    const full =
      'full' in outcome ? counts.find(({ key: each }) => each === outcome.full) : undefined
    return answers.tooMany(
      full?.scope ?? 'account',
      'full' in outcome ? outcome.freeAt - now : 1000,
    )
  }
  await parts.pace.wait()
  return startedAnswer(verification, parts)
}
