import { validatePhoneNumberLength, type CountryCode } from 'libphonenumber-js/core'
import type { NumberMetadata } from './number-metadata.ts'
import type { PhoneProblem } from './phone-entry.messages.ts'
import { callingCodeOf, type Reading } from './read-number.ts'

export type PhoneStatus = 'ok' | PhoneProblem

export interface NumberRules {
  readonly metadata: NumberMetadata
  /** Only these; undefined allows all. */
  readonly countries: readonly CountryCode[] | undefined
  /** `valid`: the number is of a kind in use. `possible`: its length is right. */
  readonly strictness: 'valid' | 'possible'
  /** `mobile` refuses what is certainly a landline or a service number. */
  readonly accept: 'any' | 'mobile'
}

/** Digits of the longest calling code. */
const longestCallingCode = 3

const lengths: Record<string, PhoneProblem> = {
  TOO_SHORT: 'tooShort',
  NOT_A_NUMBER: 'tooShort',
  TOO_LONG: 'tooLong',
  INVALID_LENGTH: 'invalidLength',
  INVALID_COUNTRY: 'unknownCode',
}

export function judgeNumber(reading: Reading, rules: NumberRules): PhoneStatus {
  const { digits, callingCode, isInternational, number } = reading
  const { plans, isFull } = rules.metadata
  if (digits === '' || digits === '+') return 'empty'
  if (callingCode === undefined) {
    if (!isInternational) return 'needsCountry'
    return digits.length <= longestCallingCode ? 'tooShort' : 'unknownCode'
  }
  if (!isAllowed(reading, rules)) return 'countryNotAllowed'
  const length = validatePhoneNumberLength(reading.partial ?? '', plans)
  if (length !== undefined) return lengths[length] ?? 'invalid'
  if (number === undefined) return 'tooLong'
  if (!isFull) return 'ok'
  if (rules.strictness === 'valid' && !number.isValid()) return 'invalid'
  if (rules.accept === 'mobile' && !mayBeMobile(number.getType())) return 'wrongType'
  return 'ok'
}

/** Not known to be anything else: in some countries landlines and mobiles look the same. */
const mayBeMobile = (type: string | undefined): boolean =>
  type === undefined || type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE'

function isAllowed({ country, callingCode }: Reading, rules: NumberRules): boolean {
  const { countries, metadata } = rules
  if (countries === undefined) return true
  if (country !== undefined) return countries.includes(country)
  return countries.some((each) => callingCodeOf(each, metadata.plans) === callingCode)
}
