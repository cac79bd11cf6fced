/**
 * When a request may be repeated, in milliseconds since the epoch, from `Retry-After` in either
 * of its forms (RFC 9110 section 10.2.3). A date is read against the answer's own `Date`, so
 * that a device with a wrong clock waits the right time. Undefined when the header says nothing.
 */
export function retryAtFrom(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim()
  if (!value) return undefined
  if (/^\d+$/.test(value)) return now + Number(value) * 1000
  const at = Date.parse(value)
  if (Number.isNaN(at)) return undefined
  const serverNow = Date.parse(headers.get('date') ?? '')
  return now + Math.max(0, at - (Number.isNaN(serverNow) ? now : serverNow))
}
