import {
  parsePhoneNumberFromString,
  type CountryCode,
  type NumberType,
} from 'libphonenumber-js/max'

export interface NumberRules {
  countries: readonly CountryCode[] | 'any'
  numberTypes: readonly NumberType[]
}

export interface ServedNumber {
  /** E.164. */
  phone: string
  country: CountryCode
}

/** What people verify. Leaves out premium rates, shared costs, pagers, internet telephony and the like. */
export const defaultNumberTypes: readonly NumberType[] = [
  'MOBILE',
  'FIXED_LINE',
  'FIXED_LINE_OR_MOBILE',
]

/**
 * The number of a start, if it is one that is served. Satellite networks and other numbers that belong to
 * no country never are.
 */
export function readNumber(
  phone: unknown,
  localTo: unknown,
  { countries, numberTypes }: NumberRules,
): ServedNumber | undefined {
  if (typeof phone !== 'string' || !/^\+?\d{4,17}$/.test(phone)) return undefined
  const parsed =
    typeof localTo === 'string'
      ? // SAFETY: a country that the library does not know is no country of a number.
        parsePhoneNumberFromString(phone, localTo.toUpperCase() as CountryCode)
      : parsePhoneNumberFromString(phone.startsWith('+') ? phone : `+${phone}`)
  if (!parsed) return undefined
  const { country, number } = parsed
  // The full metadata knows a type for each number that is valid, and for no other.
  const type = parsed.getType()
  if (country === undefined || type === undefined || !numberTypes.includes(type)) return undefined
  return countries === 'any' || countries.includes(country) ? { phone: number, country } : undefined
}
