// Received values in a form for error messages. Those end up in logs, so a phone number is masked
// and a code never appears.

const longest = 60

export function showValue(value: unknown): string {
  if (typeof value === 'string') {
    // By code points, so that no surrogate pair is cut in half.
    const [...all] = value
    return JSON.stringify(all.length > longest ? `${all.slice(0, longest).join('')}…` : value)
  }
  if (typeof value === 'function') return 'a function'
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}

/** All but the last two digits masked. */
export function showPhone(phone: unknown): string {
  const isNumber = typeof phone === 'number' || typeof phone === 'bigint'
  const text = isNumber ? String(phone) : phone
  if (typeof text !== 'string') return showValue(phone)
  const masked = text.replace(/\p{Nd}(?=.*\p{Nd}.*\p{Nd})/gsu, '•')
  return isNumber ? `the number ${masked}` : showValue(masked)
}

export const showCode = (code: unknown): string =>
  typeof code === 'string'
    ? `a string of ${code.length} characters`
    : `a value of type ${typeof code}`
