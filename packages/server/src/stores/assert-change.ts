import type { Change } from './store.ts'

/** Throws for a change that could not be meant. A count of NaN, for one, would never be full. */
export function assertChange({ reserve = [], release = [], writes = [] }: Change): void {
  for (const { amount, max, windowMs } of reserve) {
    assertAmount(amount)
    if (!(max >= 0)) fail(`the maximum ${max}`, 'Give a number from 0 on, or Infinity')
    if (!(windowMs > 0)) fail(`a window of ${windowMs} ms`, 'Give more than 0')
    assertFinite(windowMs)
  }
  for (const { amount, reservedAt } of release) {
    assertAmount(amount)
    assertFinite(reservedAt)
  }
  for (const { value, ttlMs, dueAt } of writes) {
    if (value === undefined) continue
    assertFinite(ttlMs)
    if (dueAt !== undefined) assertFinite(dueAt)
  }
  for (const list of [reserve, release, writes]) {
    if (new Set(list.map(({ key }) => key)).size < list.length) {
      fail('one key twice in a list', 'Name each key once')
    }
  }
}

/** Throws for a time that is none. */
export function assertFinite(ms: number): void {
  if (!Number.isFinite(ms)) fail(`the time ${ms}`, 'Give a number of milliseconds')
}

function assertAmount(amount: number): void {
  if (!Number.isSafeInteger(amount) || amount < 0) {
    fail(`the amount ${amount}`, 'Give a whole number, 0 or more')
  }
}

function fail(what: string, rule: string): never {
  throw new RangeError(
    `[phoneproof] A store was given ${what}. Limits could not be kept with it, so nothing was changed. ${rule}.`,
  )
}
