import type { PhoneProblem } from '@phoneproof/hooks'
import parsePhoneNumber, { validatePhoneNumberLength } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/min/metadata'

/** Why a number, partial or whole, cannot be used; undefined when it can. */
export function problemOf(
  e164: string | undefined,
  countries: readonly string[] | undefined,
): PhoneProblem | undefined {
  if (!e164) return 'empty'
  const number = parsePhoneNumber(e164, metadata)
  if (number?.isValid()) {
    const isAllowed =
      !countries || (number.country !== undefined && countries.includes(number.country))
    return isAllowed ? undefined : 'countryNotAllowed'
  }
  const length = validatePhoneNumberLength(e164, metadata)
  if (length === 'TOO_SHORT') return 'tooShort'
  return length === 'TOO_LONG' ? 'tooLong' : 'invalid'
}
