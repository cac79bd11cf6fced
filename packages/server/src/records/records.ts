import type { Clock } from '@phoneproof/client'
import type { Secrets } from '../secrets.ts'
import type { Change, Outcome, Store, Write } from '../stores/store.ts'
import { StoreError } from '../stores/patient-store.ts'

/** A record, and the text it was read from: a later write can insist that it still stands. */
export interface Kept<Value> {
  readonly value: Value
  readonly text: string
}

/** A write of a record. `over`: only over this one; `null`: only where there is none. */
export interface RecordWrite extends Omit<Write, 'value' | 'expected'> {
  readonly value: object | undefined
  readonly over?: Kept<unknown> | null | undefined
}

export interface RecordChange extends Omit<Change, 'writes'> {
  readonly writes: readonly RecordWrite[]
}

/** What came of a change, and the texts that its writes have left, in their order. */
export type Committed =
  | { readonly done: true; readonly texts: readonly (string | undefined)[] }
  | Exclude<Outcome, { done: true }>

/** The store, as records: sealed where others than this process could read them. */
export interface Records {
  /** Where something is kept. Gives nothing of `parts` away outside of this process. */
  keyOf: (kind: string, ...parts: readonly string[]) => string
  read(...keys: readonly string[]): Promise<(Kept<object> | undefined)[]>
  /** `now` counts, not when the change is sealed: a release names the instant of its reservation. */
  commit(change: RecordChange, now?: number): Promise<Committed>
  /** The record of an entry that the store handed out. */
  open: (key: string, text: string) => object | undefined
}

export function createRecords(store: Store, secrets: Secrets, clock: Clock): Records {
  const seal = (value: object, key: string): string =>
    store.inMemory ? JSON.stringify(value) : secrets.seal(JSON.stringify(value), key)

  function open(key: string, text: string): object | undefined {
    const opened = store.inMemory ? text : secrets.open(text, key)
    // SAFETY: `seal` is all that writes, and an entry that it has not written cannot be opened.
    return opened === undefined ? undefined : (JSON.parse(opened) as object)
  }

  return {
    open,

    keyOf(kind, ...parts) {
      const text = parts.join('\n')
      return `${kind}:${store.inMemory ? text : secrets.tag(`${kind}\n${text}`)}`
    },

    async read(...keys) {
      const texts = await store.read(keys, clock.now())
      return texts.map((text, index) => {
        if (text === undefined) return undefined
        const value = open(keys[index] ?? '', text)
        return value && { value, text }
      })
    },

    async commit({ writes, ...counts }, now = clock.now()) {
      const sealed = writes.map(({ value, over, ...write }): Write => {
        const expected = over === null ? null : over?.text
        return { ...write, value: value && seal(value, write.key), expected }
      })
      const outcome = await store.commit({ ...counts, writes: sealed }, now)
      return outcome.done ? { done: true, texts: sealed.map(({ value }) => value) } : outcome
    },
  }
}

/**
 * Commits what must not be lost: again and again, for a while, when the store is away. Such a change must insist on
 * what it writes over: the store may have carried it out, and only its answer was lost.
 */
export function createPersistence(
  records: Pick<Records, 'commit'>,
  clock: Clock,
): (change: RecordChange) => Promise<Committed> {
  const delaysMs = [1000, 2000, 4000, 8000, 16_000, 32_000]

  function later(change: RecordChange, attempt: number): void {
    const delayMs = delaysMs[attempt]
    if (delayMs === undefined) return
    clock.setTimeout(() => {
      records.commit(change).catch(() => later(change, attempt + 1))
    }, delayMs)
  }

  return async (change) => {
    try {
      return await records.commit(change)
    } catch (error) {
      if (error instanceof StoreError) later(change, 0)
      throw error
    }
  }
}
