import { answers } from '../answers.ts'
import { releasesOf, watchCountsOf } from '../limits/counters.ts'
import {
  repeatableForMs,
  writeOf,
  type Verification,
  type VerifiedFact,
} from '../records/verification.ts'
import type { Committed, Kept } from '../records/records.ts'
import type { VerifyServerOptions } from '../options.ts'
import { about } from './about.ts'
import type { CountedCheck } from './counted-check.ts'
import { serviceLimitMs, type Parts } from './parts.ts'

type OnVerified = NonNullable<VerifyServerOptions['onVerified']>
type Given = Pick<CountedCheck, 'asked' | 'key' | 'code' | 'wantsProof'>

/** Records that the code is right, tells the host, and then the page. */
export async function accept(counted: CountedCheck, parts: Parts): Promise<Response> {
  const { records, persist, clock, settings, profile, report } = parts
  const { asked, key, kept, counts, countedAt } = counted
  const { onVerified } = settings
  const { id, phone, country, askedAt } = kept.value
  const verifiedAt = clock.now()
  const watches = watchCountsOf(settings.limits, phone, country, records.keyOf)
  const verified: Verification = {
    ...kept.value,
    state: 'verified',
    verifiedAt,
    codeTag: codeTagOf(counted, id, parts),
    checkingUntil: undefined,
    tellingUntil: onVerified && verifiedAt + serviceLimitMs,
  }
  const value: VerifiedFact = { id, phone, verifiedAt }
  const outcome = await persist({
    release: [...releasesOf(counts, countedAt), ...releasesOf(watches, askedAt)],
    writes: [
      writeOf(key, verified, profile, kept),
      {
        key: records.keyOf('verified', asked.session.id, settings.purpose),
        value,
        ttlMs: settings.verifiedForMs,
      },
      { key: records.keyOf('number', phone), value: undefined, ttlMs: 0 },
    ],
  })
  // All this took so long that another code was asked about.
  if (!outcome.done) return answers.unavailable()
  const who = about({ phone, country, session: asked.session }, parts)
  report('verify.check', 'info', { outcome: 'verified', ...who })
  if (!onVerified) return successAnswer(counted, verified, parts)
  const [text = ''] = outcome.texts
  return tellHost(counted, { value: verified, text }, onVerified, parts)
}

/** The right code once more, whose first answer may have been lost. No other code is answered. */
export async function acceptAgain(
  given: Given,
  kept: Kept<Verification>,
  parts: Parts,
): Promise<Response> {
  const { settings, records, profile, clock } = parts
  const { onVerified } = settings
  const { id, verifiedAt = 0, codeTag, tellingUntil } = kept.value
  const now = clock.now()
  const isRecent = now < verifiedAt + repeatableForMs
  if (!isRecent || codeTag !== codeTagOf(given, id, parts)) return answers.notActive()
  if (tellingUntil === undefined || !onVerified) return successAnswer(given, kept.value, parts)
  if (now < tellingUntil) return answers.tooMany(undefined, 1000)
  const telling: Verification = { ...kept.value, tellingUntil: now + serviceLimitMs }
  const outcome = await records.commit({ writes: [writeOf(given.key, telling, profile, kept)] })
  if (!outcome.done) return answers.tooMany(undefined, 1000)
  const [text = ''] = outcome.texts
  return tellHost(given, { value: telling, text }, onVerified, parts)
}

/** The code itself is never kept. */
const codeTagOf = ({ code }: Given, id: string, { secrets }: Parts): string =>
  secrets.tag(`code\n${id}\n${code}`)

/**
 * Calls `onVerified`, and remembers that it did. When that fails, or this process dies meanwhile, the page does not
 * hear of a success, and can ask again.
 */
async function tellHost(
  given: Given,
  kept: Kept<Verification>,
  onVerified: OnVerified,
  parts: Parts,
): Promise<Response> {
  const { settings, profile, persist, report } = parts
  const { session, request } = given.asked
  const { phone, verifiedAt = 0 } = kept.value
  const knownUntil = (tellingUntil: number | undefined): Promise<Committed> =>
    persist({ writes: [writeOf(given.key, { ...kept.value, tellingUntil }, profile, kept)] })
  try {
    const { purpose } = settings
    await onVerified({ phone, verifiedAt, purpose, session: session.id, request })
  } catch (error) {
    report('verify.warning', 'error', { reason: 'on_verified_failed', error: nameOf(error) })
    await knownUntil(0)
    return answers.unavailable()
  }
  await knownUntil(undefined)
  return successAnswer(given, kept.value, parts)
}

async function successAnswer(
  { asked, wantsProof }: Given,
  verified: Verification,
  parts: Parts,
): Promise<Response> {
  const proof = wantsProof ? await proofOf(verified, asked.session.id, parts) : undefined
  return proof === undefined ? answers.done() : answers.ok({ proof })
}

/** The proof of a verification: always the same one. */
export async function proofOf(
  { id, phone, verifiedAt = 0 }: Pick<Verification, 'id' | 'phone' | 'verifiedAt'>,
  session: string,
  { proofs, secrets, settings }: Parts,
): Promise<string | undefined> {
  const { purpose } = settings
  const subject = secrets.tag(`session\n${session}`)
  return proofs?.issue({ phone, subject, purpose, verifiedAt, id: secrets.tag(`proof\n${id}`) })
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)
