import { answers } from '../answers.ts'
import {
  asVerification,
  cancellableAt,
  writeOf,
  type Verification,
} from '../records/verification.ts'
import type { Kept } from '../records/records.ts'
import { about } from './about.ts'
import { carryOutCancel } from './carry-out-cancel.ts'
import { clockSkewMs, serviceLimitMs, type Asked, type Parts } from './parts.ts'

/**
 * `DELETE /verify/{verifyId}`: writes down that it was promised, and then carries it out, now or as
 * soon as the service lets it. Whoever finds the promise after a crash keeps it.
 */
export async function cancel(asked: Asked, verifyId: string, parts: Parts): Promise<Response> {
  const { records, clock } = parts
  const key = records.keyOf('verification', asked.session.id, verifyId)
  for (const givesUpAt = clock.now() + serviceLimitMs; clock.now() <= givesUpAt;) {
    const kept = asVerification((await records.read(key))[0])
    if (!kept) return answers.notActive()
    const { state, checkingUntil = 0, cancelAt } = kept.value
    if (state === 'decoy') return cancelDecoy(key, kept, parts)
    if (state !== 'running') return answers.notActive()
    if (cancelAt !== undefined) return answers.deferred(cancelAt)
    const answer = clock.now() < checkingUntil ? undefined : await promise(key, kept, parts)
    if (answer) return answer
    // A check is under way, or has just ended. It may have found the code right.
    await new Promise((resolve) => void clock.setTimeout(() => resolve(undefined), 100))
  }
  return answers.unavailable()
}

/** Undefined when the verification has changed meanwhile. */
async function promise(
  key: string,
  kept: Kept<Verification>,
  parts: Parts,
): Promise<Response | undefined> {
  const { records, clock, profile, report, wakeAt } = parts
  const now = clock.now()
  const isEarly = now < cancellableAt(kept.value, profile)
  const cancelAt = isEarly ? cancellableAt(kept.value, profile) + clockSkewMs : now
  const promised: Verification = { ...kept.value, cancelAt }
  // Where it is carried out at once, it is due again only if this process dies meanwhile.
  const dueAt = isEarly ? cancelAt : now + serviceLimitMs
  const outcome = await records.commit({
    writes: [{ ...writeOf(key, promised, profile, kept), dueAt }],
  })
  if (!outcome.done) return undefined
  if (isEarly) {
    report('verify.cancel', 'info', { outcome: 'deferred', ...about(promised, parts) })
    wakeAt(cancelAt)
    return answers.deferred(cancelAt)
  }
  const result = await carryOutCancel(key, promised, false, parts)
  report('verify.cancel', 'info', { outcome: result.state, ...about(promised, parts) })
  if (result.state === 'refused') return answers.notCancellable()
  return result.state === 'done' ? answers.done() : answers.deferred(result.dueAt)
}

/** As long as it could be cancelled, and answered as any other. Nobody is asked, then or later. */
async function cancelDecoy(
  key: string,
  kept: Kept<Verification>,
  { records, clock, profile }: Parts,
): Promise<Response> {
  const { value } = kept
  const now = clock.now()
  if (value.cancelAt !== undefined) {
    return now < value.cancelAt ? answers.deferred(value.cancelAt) : answers.notActive()
  }
  const at = cancellableAt(value, profile)
  const isEarly = now < at
  const after: Verification = isEarly
    ? { ...value, cancelAt: at + clockSkewMs }
    : { ...value, state: 'ended' }
  const write = { ...writeOf(key, after, profile, kept), dueAt: undefined }
  const { done } = await records.commit({ writes: [write] })
  if (!done) return answers.tooMany(undefined, 1000)
  return isEarly ? answers.deferred(at + clockSkewMs) : answers.done()
}
