import { AsYouType, type CountryCode, type MetadataJson } from 'libphonenumber-js/core'
import { callingCodeOf, significant } from './read-number.ts'

/** The text to show for digits: spaced out as far as the plans know how, never a digit changed. */
export function formatDigits(
  digits: string,
  base: CountryCode | undefined,
  plans: MetadataJson,
): string {
  if (!digits.startsWith('+') && base === undefined) return digits
  const text = asTyped(digits, base, plans)
  const callingCode = callingCodeOf(base, plans)
  if (text !== digits || digits.startsWith('+') || callingCode === undefined) return text
  // Without its trunk prefix a number stays unformatted (libphonenumber-js 463): borrow the
  // international form, and cut the code off.
  const borrowed = asTyped(`+${callingCode}${digits}`, undefined, plans)
  const rest = borrowed.slice(callingCode.length + 1).trim()
  return significant(rest) === digits ? rest : digits
}

function asTyped(digits: string, base: CountryCode | undefined, plans: MetadataJson): string {
  const text = new AsYouType(base, plans).input(digits)
  return significant(text) === digits ? text : digits
}

/** Where the caret stands after `count` significant characters. */
export function caretAfter(text: string, count: number, isPastPunctuation: boolean): number {
  if (count >= significant(text).length) return text.length
  let seen = 0
  let index = 0
  while (index < text.length && seen < count) {
    if (/[+\d]/.test(text[index] ?? '')) seen += 1
    index += 1
  }
  if (isPastPunctuation) while (/[^+\d]/.test(text[index] ?? '0')) index += 1
  return index
}
