import parsePhoneNumber, {
  AsYouType,
  Metadata,
  getCountryCallingCode,
  isSupportedCountry,
  type CountryCode,
  type MetadataJson,
  type PhoneNumber,
} from 'libphonenumber-js/core'
import { normalizeDigits } from '../lib/normalize-digits.ts'

/** What the digits of a field mean, read in a country. */
export interface Reading {
  /** Digits, after a `+` when there is one: all that counts of the text. */
  readonly digits: string
  /** The calling code is in the digits, after a `+` or a dialling prefix such as 00. */
  readonly isInternational: boolean
  readonly callingCode: string | undefined
  /** As much of E.164 as there is. */
  readonly partial: string | undefined
  /** Spaced out as far as the plans know how. */
  readonly text: string
  /** Undefined while there are too few digits to parse, or too many. */
  readonly number: PhoneNumber | undefined
  /** The country that the numbering plan names; `base` when it leaves that open. */
  readonly country: CountryCode | undefined
}

/** The digits of a text, in ASCII, after a leading `+` if there is one. */
export function significant(text: string): string {
  const kept = /^[+\d]*$/.test(text) ? text : normalizeDigits(text).replace(/[^\d+]/g, '')
  const digits = kept.replaceAll('+', '')
  return kept.startsWith('+') ? `+${digits}` : digits
}

export const parseDigits = (
  digits: string,
  country: CountryCode | undefined,
  plans: MetadataJson,
): PhoneNumber | undefined =>
  parsePhoneNumber(digits, { ...(country && { defaultCountry: country }), extract: false }, plans)

/** `base` is the country that digits without a calling code are read in. */
export function readNumber(
  digits: string,
  base: CountryCode | undefined,
  plans: MetadataJson,
): Reading {
  const typed = new AsYouType(base, plans)
  const text = typed.input(digits)
  const own = parseDigits(digits, base, plans)
  const number = orDialled(own, digits, base, plans)
  const isForeign = number !== own
  const isInternational = isForeign || typed.isInternational()
  const code = isInternational ? typed.getCallingCode() : callingCodeOf(base, plans)
  const callingCode = isForeign ? number?.countryCallingCode : code
  const isDialling = isInternational && callingCode === undefined && base !== undefined
  const partial =
    number?.number ?? (isDialling ? withPlus(digits, base, plans) : typed.getNumberValue())
  return { digits, isInternational, callingCode, partial, text, number, country: number?.country }
}

/**
 * With a plus in place of the dialling prefixes of other countries: people dial as they do at home.
 */
export const dialledAbroad = (digits: string): string[] =>
  ['00', '011', '0011', '010']
    .filter((prefix) => digits.startsWith(prefix))
    .map((prefix) => `+${digits.slice(prefix.length)}`)

/**
 * The number that the digits are in a country. If it is not valid there, they may have been dialled as
 * people do elsewhere: `001 213 373 4253` in the United States. National numbers begin with 011 and
 * 010 too. One with a digit too many must not become a number of another country.
 */
export function orDialled(
  own: PhoneNumber | undefined,
  digits: string,
  country: CountryCode | undefined,
  plans: MetadataJson,
): PhoneNumber | undefined {
  const known = own?.isValid() ? own : undefined
  const code = callingCodeOf(country, plans)
  if (code === undefined || known?.countryCallingCode === code) return own
  const others = dialledAbroad(digits)
    .map((each) => parseDigits(each, undefined, plans))
    .filter((each) => each?.isValid())
  const home = others.find((each) => each?.countryCallingCode === code)
  return home ?? known ?? (digits.startsWith('00') ? others[0] : undefined) ?? own
}

/** `+99` for `0099`: libphonenumber-js takes the prefix off only once it knows the calling code. */
function withPlus(digits: string, base: CountryCode, plans: MetadataJson): string {
  const metadata = new Metadata(plans)
  metadata.selectNumberingPlan(base)
  return digits.replace(new RegExp(`^(?:${metadata.numberingPlan?.IDDPrefix()})`), '+')
}

export const callingCodeOf = (
  country: CountryCode | undefined,
  plans: MetadataJson,
): string | undefined => country && getCountryCallingCode(country, plans)

/** Narrows a string to a country of the plans. */
export const isCountry = (
  country: string | null | undefined,
  plans: MetadataJson,
): country is CountryCode => {
  // SAFETY: the function only asks whether the key is there.
  return typeof country === 'string' && isSupportedCountry(country as CountryCode, plans)
}
