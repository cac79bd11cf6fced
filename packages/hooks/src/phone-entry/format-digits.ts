import { AsYouType, type CountryCode, type MetadataJson } from 'libphonenumber-js/core'
import { callingCodeOf, significant, type Reading } from './read-number.ts'

/** The text to show for what was read: spaced out, never a digit changed. */
export function shownText(
  { digits, text }: Reading,
  base: CountryCode | undefined,
  plans: MetadataJson,
): string {
  const callingCode = callingCodeOf(base, plans)
  const isNational = !digits.startsWith('+')
  if (isNational && callingCode === undefined) return digits
  if (text !== digits || !isNational) return significant(text) === digits ? text : digits
  // Without its trunk prefix a number stays unformatted (libphonenumber-js 463): borrow the
  // international form, and cut the code off.
  const borrowed = new AsYouType(undefined, plans).input(`+${callingCode}${digits}`)
  const rest = borrowed.slice((callingCode ?? '').length + 1).trim()
  return significant(rest) === digits ? rest : digits
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
