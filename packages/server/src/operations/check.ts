import { answers } from '../answers.ts'
import type { Body } from '../guards/body.ts'
import { countsOfCheck } from '../limits/counters.ts'
import { asVerification, writeOf, type Verification } from '../records/verification.ts'
import type { Kept } from '../records/records.ts'
import { about } from './about.ts'
import { accept, acceptAgain } from './accept.ts'
import { serviceLimitMs, type Asked, type Parts } from './parts.ts'
import { endByWrongCodes, refuse, refuseCode } from './refuse.ts'
import type { CountedCheck } from './counted-check.ts'

/**
 * `PUT /verify`: counts the code, asks the service, records the verdict. One code of a verification is
 * asked about at a time, so of a thousand that are sent at once one is.
 */
export async function check(asked: Asked, body: Body, parts: Parts): Promise<Response> {
  const { records, settings, service, clock } = parts
  const { code, verifyId } = body
  if (!isCode(code, settings.codeLength)) return answers.notValid('code')
  const key = records.keyOf('verification', asked.session.id, String(verifyId))
  const kept = asVerification((await records.read(key))[0])
  if (!kept) return answers.notActive()
  const { state, cancelAt, checkingUntil = 0, serviceId = '', purpose, checks } = kept.value
  if (purpose !== settings.purpose) return answers.notActive()
  const wantsProof = body['proof'] === true
  if (state === 'verified') return acceptAgain({ asked, key, code, wantsProof }, kept, parts)
  const isOpen = (state === 'running' || state === 'decoy') && cancelAt === undefined
  if (!isOpen) return answers.notActive()
  if (clock.now() < checkingUntil) return answers.tooMany(undefined, 1000)
  // The last one had no answer, or whoever asked was killed.
  if (checks >= settings.limits.attemptsPerVerification) return endByWrongCodes(key, kept, parts)

  const counted = await count({ asked, key, code, wantsProof }, kept, parts)
  if (counted instanceof Response) return counted
  // No code of a decoy could be right.
  if (state === 'decoy') return refuseCode(counted, parts)
  try {
    const verdict: unknown = await service.check({ verifyId: serviceId, code })
    // A client of the host's own may hand on whatever a service said. Only silence means right.
    if (verdict !== undefined) return await refuse(verdict, counted, parts)
  } catch (thrown) {
    return refuse(thrown, counted, parts)
  }
  return accept(counted, parts)
}

const isCode = (code: unknown, length: number): code is string =>
  typeof code === 'string' && code.length === length && /^[0-9]+$/.test(code)

/** Counts a code before anybody is asked about it. A response when it must not be asked about. */
async function count(
  given: Pick<CountedCheck, 'asked' | 'key' | 'code' | 'wantsProof'>,
  kept: Kept<Verification>,
  parts: Parts,
): Promise<CountedCheck | Response> {
  const { records, settings, clock, profile, report } = parts
  const now = clock.now()
  const { phone, checks } = kept.value
  const counts = countsOfCheck(settings.limits, phone, records.keyOf)
  const verification: Verification = {
    ...kept.value,
    checks: checks + 1,
    checkingUntil: now + serviceLimitMs,
  }
  const writes = [writeOf(given.key, verification, profile, kept)]
  const outcome = await records.commit({ reserve: counts, writes }, now)
  if (outcome.done) {
    const [text = ''] = outcome.texts
    return { ...given, kept: { value: verification, text }, counts, countedAt: now }
  }
  if ('conflict' in outcome) return answers.tooMany(undefined, 1000)
  const who = about({ ...kept.value, session: given.asked.session }, parts)
  report('verify.refused', 'warn', { operation: 'check', reason: 'limit', scope: 'number', ...who })
  return answers.tooMany('number', outcome.freeAt - now)
}
