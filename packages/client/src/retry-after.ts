/**
 * When a request may be repeated, in milliseconds since the epoch, from `Retry-After` in either
 * of its forms (RFC 9110 section 10.2.3). A date is read against the answer's own `Date`, so
 * that a device with a wrong clock waits the right time. Undefined when the header says nothing.
 */
export function retryAtFrom(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? ''
  const delayMs = secondsFrom(value) ?? untilDate(value, instantFrom(headers.get('date')) ?? now)
  return delayMs === undefined ? undefined : now + delayMs
}

// Beyond this many digits a number is a mistake, not a wait.
const secondsFrom = (value: string): number | undefined =>
  /^\d{1,9}$/.test(value) ? Number(value) * 1000 : undefined

function untilDate(value: string, serverNow: number): number | undefined {
  const at = instantFrom(value)
  return at === undefined ? undefined : Math.max(0, at - serverNow)
}

/** An HTTP date begins with a weekday. Without that, `Date.parse('-5')` is a day in May 2001. */
function instantFrom(date: string | null): number | undefined {
  const instant = date !== null && /^[A-Z][a-z]+,? /.test(date) ? Date.parse(date) : Number.NaN
  return Number.isNaN(instant) ? undefined : instant
}
