import { count, type Counter } from './counting.ts'
import type { Change, Outcome, Write } from './store.ts'

/** What a change is carried out on, while nobody else is at it. */
export interface Shelf {
  entry(key: string, now: number): string | undefined
  putEntry(write: Write & { readonly value: string }, now: number): void
  removeEntry(key: string): void
  counter(key: string, now: number): Counter | undefined
  putCounter(key: string, counter: Counter): void
  /** Removes some of what is over. */
  sweep(now: number): void
}

export function carryOut(change: Change, now: number, shelf: Shelf): Outcome {
  const { writes = [] } = change
  const conflict = writes.find(
    ({ key, expected }) => expected !== undefined && expected !== (shelf.entry(key, now) ?? null),
  )
  if (conflict) return { done: false, conflict: conflict.key }
  const counted = count(change, now, (key) => shelf.counter(key, now))
  if ('full' in counted) return counted
  // First, so that a disk that is full gets room.
  shelf.sweep(now)
  for (const [key, counter] of counted) shelf.putCounter(key, counter)
  for (const { value, ...write } of writes) {
    if (value === undefined) shelf.removeEntry(write.key)
    else shelf.putEntry({ ...write, value }, now)
  }
  return { done: true }
}
