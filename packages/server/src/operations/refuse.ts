import { answers } from '../answers.ts'
import { releasesOf } from '../limits/counters.ts'
import { serviceFailure } from '../services/service-failure.ts'
import { cancellableAt, writeOf, type Verification } from '../records/verification.ts'
import type { Kept } from '../records/records.ts'
import { about } from './about.ts'
import type { CountedCheck } from './counted-check.ts'
import { clockSkewMs, type Parts } from './parts.ts'

/** Records what the service had against a code, and says no more of it than a person needs. */
export async function refuse(
  thrown: unknown,
  counted: CountedCheck,
  parts: Parts,
): Promise<Response> {
  const { records, clock, profile, report } = parts
  const { key, kept, counts, countedAt } = counted
  const verification = kept.value
  const { error, mayHaveActed } = serviceFailure(thrown, 'check', clock.now())
  const { kind, retryAt, status = 0 } = error
  if (kind === 'wrongCode') return refuseCode(counted, parts)
  const isOurs = kind === 'unavailable' || mayHaveActed
  report('verify.check', isOurs ? 'error' : 'info', {
    outcome: kind,
    status,
    ...about({ ...verification, session: counted.asked.session }, parts),
  })
  if (kind === 'locked') return endByWrongCodes(key, kept, parts)
  const isOver = kind === 'notActive'
  // No verdict came, but a try may have been used: it stays counted.
  const after: Verification = mayHaveActed
    ? { ...verification, checkingUntil: undefined }
    : { ...verification, checkingUntil: undefined, checks: verification.checks - 1 }
  const number = records.keyOf('number', verification.phone)
  await records.commit({
    release: mayHaveActed ? [] : releasesOf(counts, countedAt),
    writes: [
      writeOf(key, isOver ? { ...after, state: 'ended' } : after, profile, kept),
      ...(isOver ? [{ key: number, value: undefined, ttlMs: 0 }] : []),
    ],
  })
  if (isOver) return answers.notActive()
  const waitMs = retryAt === undefined ? undefined : retryAt - clock.now()
  if (kind === 'rateLimited') return answers.tooMany(undefined, waitMs ?? 5000)
  if (kind === 'limitReached') return answers.tooMany('account', waitMs ?? 60_000)
  return answers.unavailable(waitMs)
}

/** A wrong code: it stays counted, and the last one ends the verification. */
export async function refuseCode(counted: CountedCheck, parts: Parts): Promise<Response> {
  const { records, settings, profile, report } = parts
  const { key, kept } = counted
  const verification = kept.value
  const attemptsLeft = settings.limits.attemptsPerVerification - verification.checks
  if (attemptsLeft <= 0) return endByWrongCodes(key, kept, parts)
  const who = about({ ...verification, session: counted.asked.session }, parts)
  report('verify.check', 'info', { outcome: 'wrongCode', ...who })
  const after: Verification = { ...verification, checkingUntil: undefined }
  await records.commit({ writes: [writeOf(key, after, profile, kept)] })
  return answers.wrongCode(attemptsLeft)
}

/** Its code can only annoy now, so it is cancelled as soon as the service lets it be. */
export async function endByWrongCodes(
  key: string,
  kept: Kept<Verification>,
  parts: Parts,
): Promise<Response> {
  const verification = kept.value
  const { records, clock, profile, report, wakeAt } = parts
  report('verify.check', 'warn', { outcome: 'locked', ...about(verification, parts) })
  const isDecoy = verification.state === 'decoy'
  const cancelAt = isDecoy
    ? undefined
    : Math.max(clock.now(), cancellableAt(verification, profile) + clockSkewMs)
  const locked: Verification = {
    ...verification,
    state: 'locked',
    checkingUntil: undefined,
    cancelAt,
  }
  const { done } = await records.commit({ writes: [writeOf(key, locked, profile, kept)] })
  if (!done) return answers.tooMany(undefined, 1000)
  if (cancelAt !== undefined) wakeAt(cancelAt)
  return answers.locked()
}
