/**
 * When a request may be repeated, in milliseconds since the epoch, from `Retry-After` in either of
 * its forms (RFC 9110, 10.2.3). A date is compared with the answer's own `Date`, so that a device
 * with a wrong clock waits for the right time. Undefined without a header that can be read.
 */
export function retryAtFrom(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? ''
  const delayMs = secondsFrom(value) ?? untilDate(value, instantFrom(headers.get('date')) ?? now)
  return delayMs === undefined ? undefined : now + delayMs
}

// A number with more digits is a mistake, not a time to wait.
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
