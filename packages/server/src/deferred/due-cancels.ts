import { nextTurn } from '../clock.ts'
import type { Verification } from '../records/verification.ts'
import { about } from '../operations/about.ts'
import { carryOutCancel, type CancelResult } from '../operations/carry-out-cancel.ts'
import { serviceLimitMs, type Parts } from '../operations/parts.ts'
import type { Entry, Store } from '../stores/store.ts'

/** How many are asked for at a time: the service takes a limited number of requests a second. */
const batch = 10
/** After so many, other work of this process has its turn. */
const pauseAfter = 30
/**
 * Whoever has claimed one and dies gives it back after this time, in ms. Somebody looks every ten seconds, so with
 * TextMagic it is cancelled before the call that comes after a minute.
 */
const leaseMs = serviceLimitMs + 1000

/**
 * Carries out everything that is due, whoever has promised it. Resolves with how many verifications were
 * cancelled.
 */
export async function sweepDue(store: Store, parts: Parts): Promise<{ cancelled: number }> {
  let cancelled = 0
  for (let claimed = batch; ; claimed += batch) {
    const entries = await store.claimDue(parts.clock.now(), batch, leaseMs)
    const results = await Promise.all(entries.map((entry) => carryOut(entry, parts)))
    cancelled += results.filter((result) => result === 'done').length
    // A service that is away gets no more now: the rest would come back as fast as it is asked for.
    const isFutile = results.every((result) => result === 'due')
    if (entries.length < batch || isFutile) return { cancelled }
    // A store and a service that answer at once would keep requests waiting until all is done.
    if (claimed % pauseAfter === 0) await nextTurn()
  }
}

async function carryOut({ key, value }: Entry, parts: Parts): Promise<CancelResult['state']> {
  const { records, report } = parts
  // SAFETY: only verifications are written with a due time.
  const verification = records.open(key, value) as Verification | undefined
  if (verification?.cancelAt === undefined) return 'refused'
  try {
    const { state } = await carryOutCancel(key, verification, true, parts)
    report('verify.deferred_cancel', state === 'refused' ? 'warn' : 'info', {
      outcome: state,
      ...about(verification, parts),
    })
    return state
  } catch {
    // The store is away. The entry is due again when its lease ends.
    report('verify.deferred_cancel', 'error', { outcome: 'store_failed' })
    return 'due'
  }
}
