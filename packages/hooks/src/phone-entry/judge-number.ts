import { Metadata, type CountryCode, type MetadataJson } from 'libphonenumber-js/core'
import type { NumberMetadata } from './number-metadata.ts'
import type { PhoneProblem } from './phone-entry.messages.ts'
import { callingCodeOf, type Reading } from './read-number.ts'

/** Whether the number can be used, and if not, why. */
export type PhoneStatus = 'ok' | PhoneProblem

export interface NumberRules {
  readonly metadata: NumberMetadata
  /** Only these; undefined allows all. */
  readonly countries: readonly CountryCode[] | undefined
  /** `valid`: the numbering plan has such numbers. `possible`: the length is right. */
  readonly strictness: 'valid' | 'possible'
  /** `mobile` refuses what is certainly a landline or a service number. */
  readonly numberType: 'any' | 'mobile'
}

/** A plus and two digits: calling codes have up to three. */
const longestBeginning = 3

export function judgeNumber(reading: Reading, rules: NumberRules): PhoneStatus {
  const { digits, callingCode, isInternational, number, partial = digits } = reading
  const { plans, isFull } = rules.metadata
  if (digits === '' || digits === '+') return 'empty'
  if (callingCode === undefined) {
    if (!isInternational) return 'needsCountry'
    return partial.length <= longestBeginning ? 'tooShort' : 'unknownCode'
  }
  if (!isAllowed(reading, rules)) return 'countryNotAllowed'
  const length = lengthProblem(reading, callingCode, plans)
  if (length !== undefined) return length
  if (number === undefined) return 'invalid'
  if (!isFull) return 'ok'
  if (rules.strictness === 'valid' && !number.isValid()) return 'invalid'
  if (rules.numberType === 'mobile' && !mayBeMobile(number.getType())) return 'wrongType'
  return 'ok'
}

/** What `validatePhoneNumberLength` would say, without parsing the number again. */
function lengthProblem(
  { country, number, partial = '' }: Reading,
  callingCode: string,
  plans: MetadataJson,
): PhoneProblem | undefined {
  const metadata = new Metadata(plans)
  // SAFETY: takes a calling code as well, and then the plan of its main country.
  metadata.selectNumberingPlan(country ?? (callingCode as CountryCode))
  const possible = metadata.numberingPlan?.possibleLengths() ?? []
  const length = number?.nationalNumber.length ?? partial.length - callingCode.length - 1
  if (possible.includes(length)) return undefined
  if (length < Math.min(...possible)) return 'tooShort'
  return length > Math.max(...possible) ? 'tooLong' : 'invalidLength'
}

/**
 * True unless the number is known to be of another type: in some countries landlines and mobiles
 * look the same.
 */
const mayBeMobile = (type: string | undefined): boolean =>
  type === undefined || type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE'

function isAllowed({ country, callingCode }: Reading, rules: NumberRules): boolean {
  const { countries, metadata } = rules
  if (countries === undefined) return true
  if (country !== undefined) return countries.includes(country)
  return countries.some((each) => callingCodeOf(each, metadata.plans) === callingCode)
}
