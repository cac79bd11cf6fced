import { slackMs } from './redis-scripts.ts'
import type { Change, Outcome, Write } from './store.ts'

/** What the change script is given, in its order. */
export function changeArguments(
  { writes = [], release = [], reserve = [] }: Change,
  now: number,
  base: string,
): { keys: string[]; args: string[] } {
  const args = [now, writes.length, release.length, reserve.length, slackMs].map(String)
  for (const write of writes) args.push(...writeArguments(write, now))
  for (const { amount, reservedAt } of release) args.push(String(amount), String(reservedAt))
  for (const { amount, max, windowMs } of reserve) {
    args.push(String(amount), max === Infinity ? '' : String(max), String(now + windowMs))
  }
  const entries = writes.map(({ key }) => `${base}e:${key}`)
  const counters = [...release, ...reserve].map(({ key }) => `${base}c:${key}`)
  return { keys: [...entries, ...counters], args }
}

function writeArguments({ value, ttlMs, expected, dueAt }: Write, now: number): string[] {
  const expects = expected === undefined ? 'any' : expected === null ? 'none' : 'value'
  const test = [expects, expected ?? '']
  if (value === undefined) return [...test, '0', '', '', '', '']
  const keptMs = Math.max(1, Math.ceil(ttlMs + slackMs))
  return [...test, '1', value, String(now + ttlMs), String(keptMs), String(dueAt ?? '')]
}

export function toOutcome(reply: readonly unknown[], change: Change): Outcome {
  const [word, place, freeAt] = reply.map(String)
  const named = (list: readonly { readonly key: string }[] = []) => {
    const item = list[Number(place) - 1]
    if (item) return item.key
    throw new TypeError(`[phoneproof] Redis answered ${reply.join(' ')}, which means nothing.`)
  }
  if (word === 'done') return { done: true }
  if (word === 'conflict') return { done: false, conflict: named(change.writes) }
  return { done: false, full: named(change.reserve), freeAt: Number(freeAt) }
}
