import type { Change, Store } from '@phoneproof/server'

/** A store that can say what its counters have counted. */
export function withCounterKeys(store: Store): {
  store: Store
  counted: (word: string, now: number) => Promise<number>
} {
  const keys = new Set<string>()
  async function countOf(key: string, now: number): Promise<number> {
    for (let max = 0; ; max += 1) {
      const reserve = [{ key, amount: 0, max, windowMs: 1000 }]
      if ((await store.commit({ reserve }, now)).done) return max
    }
  }
  return {
    store: {
      ...store,
      commit(change: Change, now) {
        for (const { key } of change.reserve ?? []) keys.add(key)
        return store.commit(change, now)
      },
    },
    async counted(word, now) {
      const named = [...keys].filter((key) => key.includes(word))
      return Math.max(0, ...(await Promise.all(named.map((key) => countOf(key, now)))))
    },
  }
}
