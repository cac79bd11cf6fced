import { serviceFailure } from '../services/service-failure.ts'
import { cancellableAt, expiresAt, writeOf, type Verification } from '../records/verification.ts'
import { clockSkewMs, type Parts } from './parts.ts'

/** What came of a cancel. `due`: it will be tried again. `refused`: the service does not cancel it any more. */
export type CancelResult =
  | { state: 'done' }
  | { state: 'refused' }
  | { state: 'due'; dueAt: number }

const soonMs = 2000
/** In which a service that has promised a cancel carries it out. */
const checkedAfterMs = 15_000
/** Enough for the whole time in which a service cancels nothing, should our clock have run ahead of its. */
const mostRefusals = 20

/**
 * Cancels at the service what was promised, and records what came of it. `isDeferred`: the person was told that it
 * will be cancelled.
 */
export async function carryOutCancel(
  key: string,
  verification: Verification,
  isDeferred: boolean,
  parts: Parts,
): Promise<CancelResult> {
  const { service, clock, profile, records, wakeAt } = parts
  const { serviceId = '', phone, refusals = 0 } = verification
  const over = async (state: 'done' | 'refused'): Promise<CancelResult> => {
    const ended: Verification = { ...verification, state: 'ended', cancelAt: undefined }
    const number = records.keyOf('number', phone)
    // What the service does not cancel holds its number until the code expires.
    const freed = state === 'done' ? [{ key: number, value: undefined, ttlMs: 0 }] : []
    await records.commit({ writes: [writeOf(key, ended, profile), ...freed] })
    return { state }
  }
  const again = async (dueAt: number, more: Partial<Verification> = {}): Promise<CancelResult> => {
    const due: Verification = { ...verification, ...more, cancelAt: dueAt }
    await records.commit({ writes: [writeOf(key, due, profile)] })
    wakeAt(dueAt)
    return { state: 'due', dueAt }
  }
  try {
    const result: unknown = await service.cancel({ verifyId: serviceId })
    const { deferred } = Object(result) as { deferred?: unknown }
    // A service that promises it is asked once more whether it kept its promise. Ours depends on it.
    return await (deferred === true ? again(clock.now() + checkedAfterMs) : over('done'))
  } catch (thrown) {
    const { error } = serviceFailure(thrown, 'cancel', clock.now())
    const now = clock.now()
    const isRefused = error.kind === 'notCancellable'
    const isExpired = now >= expiresAt(verification, profile)
    // What is refused still lives at the service, whatever our clock says.
    if (error.kind === 'notActive' || (isExpired && !isRefused)) return over('done')
    // By the clock of the service it may be too early still.
    const isEarly = now < cancellableAt(verification, profile) + 2 * clockSkewMs
    const isTriedAgain = isEarly || (isDeferred && refusals < mostRefusals)
    if (isRefused && !isTriedAgain) return over('refused')
    const dueAt = Math.max(error.retryAt ?? 0, now + soonMs)
    return again(dueAt, { refusals: isRefused ? refusals + 1 : refusals })
  }
}
