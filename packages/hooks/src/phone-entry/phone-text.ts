import type { MetadataJson, PhoneNumber } from 'libphonenumber-js/core'
import { numberMetadata, type NumberMetadata } from './number-metadata.ts'
import { parseDigits, significant } from './read-number.ts'

/** Digits at the end that a masked number still shows. */
const shownWhenMasked = 3

/**
 * A number as people read it: `+44 7860 021130`, or `07860 021130` in its own country. Until the
 * full metadata is there, digits are spaced in even groups.
 */
export function formatPhone(
  e164: string,
  format: 'international' | 'national',
  { plans, isFull }: NumberMetadata = numberMetadata().getSnapshot(),
): string {
  const number = parse(e164, plans)
  if (!number) return e164
  if (isFull) {
    return format === 'national' ? number.formatNational() : number.formatInternational()
  }
  const { nationalNumber, countryCallingCode } = number
  const international = `+${countryCallingCode} ${evenGroups(nationalNumber)}`
  if (format === 'international' || number.country === undefined) return international
  return evenGroups(nationalNumber)
}

/** Threes, and a last group of two to four. */
const evenGroups = (digits: string): string =>
  digits.match(/\d{3}(?=\d{2})|\d+/g)?.join(' ') ?? digits

/** The number, with or without its plus. */
const parse = (e164: string, plans: MetadataJson): PhoneNumber | undefined =>
  parseDigits(`+${significant(e164).replace('+', '')}`, undefined, plans)

/** `+44 …130`: enough to recognise one's own number, too little to learn it. */
export function maskPhone(e164: string): string {
  const number = parse(e164, numberMetadata().getSnapshot().plans)
  const end = significant(e164).slice(-shownWhenMasked)
  return number ? `+${number.countryCallingCode} \u2026${end}` : `\u2026${end}`
}

/** A landline, which no text message reaches; undefined when metadata cannot tell. */
export function isLandline(
  e164: string,
  { plans, isFull }: NumberMetadata = numberMetadata().getSnapshot(),
): boolean | undefined {
  const type = isFull ? parse(e164, plans)?.getType() : undefined
  if (type === undefined || type === 'FIXED_LINE_OR_MOBILE') return undefined
  return type === 'FIXED_LINE'
}

/** The same line, however each is written: `+44 7860 021130` and `447860021130`. */
export function samePhone(one: string | undefined, other: string | undefined): boolean {
  if (!one || !other) return false
  const digits = (text: string) => significant(text).replace('+', '')
  return digits(one) === digits(other)
}
