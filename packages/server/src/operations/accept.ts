import { answers } from '../answers.ts'
import { releasesOf, watchCountsOf } from '../limits/counters.ts'
import {
  repeatableForMs,
  writeOf,
  type Verification,
  type VerifiedFact,
} from '../records/verification.ts'
import type { Kept } from '../records/records.ts'
import type { CountedCheck } from './counted-check.ts'
import type { Parts } from './parts.ts'

type Given = Pick<CountedCheck, 'asked' | 'key' | 'code' | 'wantsProof'>

/** Records that the code is right, tells the host, and then the page. */
export async function accept(counted: CountedCheck, parts: Parts): Promise<Response> {
  const { records, persist, clock, settings, profile, report } = parts
  const { asked, key, verification, counts, countedAt } = counted
  const { id, phone, country, askedAt } = verification
  const verifiedAt = clock.now()
  const watches = watchCountsOf(settings.limits, phone, country, records.keyOf)
  const verified: Verification = {
    ...verification,
    state: 'verified',
    verifiedAt,
    codeTag: codeTagOf(counted, id, parts),
    checkingUntil: undefined,
  }
  const value: VerifiedFact = { id, phone, verifiedAt }
  await persist({
    release: [...releasesOf(counts, countedAt), ...releasesOf(watches, askedAt)],
    writes: [
      writeOf(key, verified, profile),
      {
        key: records.keyOf('verified', asked.session.id, settings.purpose),
        value,
        ttlMs: settings.verifiedForMs,
      },
      { key: records.keyOf('number', phone), value: undefined, ttlMs: 0 },
    ],
  })
  report('verify.check', 'info', { outcome: 'verified', country: country ?? '' })
  return tellHost(counted, verified, parts)
}

/** The right code once more, whose first answer may have been lost. No other code is answered. */
export async function acceptAgain(
  given: Given,
  { value }: Kept<Verification>,
  parts: Parts,
): Promise<Response> {
  const { id, verifiedAt = 0, codeTag } = value
  const isRecent = parts.clock.now() < verifiedAt + repeatableForMs
  if (!isRecent || codeTag !== codeTagOf(given, id, parts)) return answers.notActive()
  return value.isUntold ? tellHost(given, value, parts) : successAnswer(given, value, parts)
}

/** The code itself is never kept. */
const codeTagOf = ({ code }: Given, id: string, { secrets }: Parts): string =>
  secrets.tag(`code\n${id}\n${code}`)

/** Calls `onVerified`. When that fails the page does not hear of a success, and can ask again. */
async function tellHost(given: Given, verified: Verification, parts: Parts): Promise<Response> {
  const { settings, profile, persist, report } = parts
  const { session, request } = given.asked
  const { phone, verifiedAt = 0 } = verified
  try {
    const { purpose } = settings
    await settings.onVerified?.({ phone, verifiedAt, purpose, session: session.id, request })
  } catch (error) {
    report('verify.warning', 'error', { reason: 'on_verified_failed', error: nameOf(error) })
    if (!verified.isUntold) {
      await persist({ writes: [writeOf(given.key, { ...verified, isUntold: true }, profile)] })
    }
    return answers.unavailable()
  }
  if (verified.isUntold) {
    await persist({ writes: [writeOf(given.key, { ...verified, isUntold: false }, profile)] })
  }
  return successAnswer(given, verified, parts)
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
