import type { Change, Entry, Outcome } from '@phoneproof/server'

/** What a store does, said as simply as possible: everything is looked at each time, and nothing removed. */
export interface Model {
  read(keys: readonly string[], now: number): (string | undefined)[]
  commit(change: Change, now: number): Outcome
  /** What is wrong with what was handed out. Among those due at one instant any order is right. */
  problemsOfClaim(claimed: readonly Entry[], now: number, limit: number): string[]
  lease(claimed: readonly Entry[], dueAt: number): void
}

interface Row {
  value: string
  expiresAt: number
  dueAt: number | undefined
}

interface Count {
  sum: number
  from: number
  until: number
}

export function createModel(): Model {
  const rows = new Map<string, Row>()
  let counts = new Map<string, Count>()

  const rowAt = (key: string, now: number) => {
    const row = rows.get(key)
    return row && row.expiresAt > now ? row : undefined
  }
  const dueAtOf = (key: string) => rows.get(key)?.dueAt ?? Infinity
  const allDue = (now: number) =>
    [...rows.keys()].filter((key) => rowAt(key, now) && dueAtOf(key) <= now)

  function commit({ reserve = [], release = [], writes = [] }: Change, now: number): Outcome {
    for (const { key, expected } of writes) {
      const found = rowAt(key, now)?.value ?? null
      if (expected !== undefined && expected !== found) return { done: false, conflict: key }
    }
    const next = new Map([...counts].map(([key, count]) => [key, { ...count }]))
    for (const [key, { until }] of next) if (until <= now) next.delete(key)
    for (const { key, amount, reservedAt } of release) {
      const count = next.get(key)
      if (count && count.from <= reservedAt) count.sum = Math.max(0, count.sum - amount)
    }
    const full: { key: string; until: number }[] = []
    for (const { key, amount, max, windowMs } of reserve) {
      const count = next.get(key) ?? { sum: 0, from: now, until: now + windowMs }
      if (count.sum + amount > max) full.push({ key, until: count.until })
      else if (amount > 0) next.set(key, { ...count, sum: count.sum + amount })
    }
    const longest = full.toSorted((a, b) => b.until - a.until)[0]
    if (longest) return { done: false, full: longest.key, freeAt: longest.until }
    counts = next
    for (const { key, value, ttlMs, dueAt } of writes) {
      if (value === undefined) rows.delete(key)
      else rows.set(key, { value, expiresAt: now + ttlMs, dueAt })
    }
    return { done: true }
  }

  function problemsOfClaim(claimed: readonly Entry[], now: number, limit: number): string[] {
    const due = allDue(now)
    const keys = claimed.map(({ key }) => key)
    const rest = due.filter((key) => !keys.includes(key)).map(dueAtOf)
    const times = keys.map(dueAtOf)
    const problems: [string, boolean][] = [
      ['one was not due', !keys.every((key) => due.includes(key))],
      ['one was handed out twice', new Set(keys).size < keys.length],
      ['another value', claimed.some(({ key, value }) => rows.get(key)?.value !== value)],
      ['too many or too few', claimed.length !== Math.min(limit, due.length)],
      ['not in order', times.some((at, index) => at < (times[index - 1] ?? -Infinity))],
      ['an earlier one was left', Math.max(...times) > Math.min(...rest)],
    ]
    return problems.filter(([, isSo]) => isSo).map(([problem]) => problem)
  }

  return {
    read: (keys, now) => keys.map((key) => rowAt(key, now)?.value),
    commit,
    problemsOfClaim,
    lease(claimed, dueAt) {
      for (const { key } of claimed) {
        const row = rows.get(key)
        if (row) row.dueAt = dueAt
      }
    },
  }
}
