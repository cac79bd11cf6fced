import type { Change, Outcome } from './store.ts'

export interface Counter {
  readonly count: number
  /** The `now` of the first reservation, in milliseconds since the epoch. */
  readonly startedAt: number
  /** From then on it is absent. */
  readonly endsAt: number
}

type Full = Extract<Outcome, { full: string }>

/** The counters as a change leaves them, or which one has no room for it. */
export function count(
  change: Change,
  now: number,
  find: (key: string) => Counter | undefined,
): ReadonlyMap<string, Counter> | Full {
  const counted = new Map<string, Counter>()
  for (const { key, amount, reservedAt } of change.release ?? []) {
    const counter = find(key)
    if (!counter || counter.startedAt > reservedAt) continue
    counted.set(key, { ...counter, count: Math.max(0, counter.count - amount) })
  }
  let full: Full | undefined
  for (const { key, amount, max, windowMs } of change.reserve ?? []) {
    const counter = counted.get(key) ?? find(key)
    const sum = (counter?.count ?? 0) + amount
    const endsAt = counter?.endsAt ?? now + windowMs
    if (sum > max) {
      if (!full || endsAt > full.freeAt) full = { done: false, full: key, freeAt: endsAt }
    } else if (amount > 0) {
      // An instance whose clock is behind may count in a window that begins later. Its release is
      // for this window all the same.
      const startedAt = Math.min(counter?.startedAt ?? now, now)
      counted.set(key, { count: sum, startedAt, endsAt })
    }
  }
  return full ?? counted
}
