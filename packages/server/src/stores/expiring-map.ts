import { createEarliestFirst, type Turn } from './earliest-first.ts'

/** A map that forgets. It has no timer: what is over is removed while other things are written. */
export interface ExpiringMap<T> {
  get(key: string, now: number): T | undefined
  set(key: string, item: T, expiresAt: number): void
  delete(key: string): void
  /** Removes some of what is over. */
  sweep(now: number): void
}

/** More than one change writes, so that the map does not grow; few enough for no pause. */
const sweptAtOnce = 100

/** `onRemove` is called for each item that leaves the map, also for one that another replaces. */
export function createExpiringMap<T>(onRemove: (item: T) => void = () => {}): ExpiringMap<T> {
  const turns = new Map<string, Turn<{ key: string; item: T }>>()
  const queue = createEarliestFirst<{ key: string; item: T }>()

  function remove(key: string): void {
    const turn = turns.get(key)
    if (!turn) return
    turns.delete(key)
    queue.remove(turn)
    onRemove(turn.item.item)
  }

  return {
    get(key, now) {
      const turn = turns.get(key)
      return turn && turn.at > now ? turn.item.item : undefined
    },
    set(key, item, expiresAt) {
      const turn = turns.get(key)
      if (turn?.at === expiresAt) {
        onRemove(turn.item.item)
        turn.item.item = item
        return
      }
      remove(key)
      turns.set(key, queue.add(expiresAt, { key, item }))
    },
    delete: remove,
    sweep(now) {
      for (let swept = 0; swept < sweptAtOnce; swept += 1) {
        const { first } = queue
        if (!first || first.at > now) return
        remove(first.item.key)
      }
    },
  }
}
