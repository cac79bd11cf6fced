import type { MetadataJson, PhoneNumber } from 'libphonenumber-js/core'
import { numberMetadata, type NumberMetadata } from './number-metadata.ts'
import { evenGroups, maskNumber, spaceEvenly } from './phone-in-sentence.ts'
import { parseDigits, significant } from './read-number.ts'

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
  const isNational = format === 'national' && number.country !== undefined
  return isNational ? evenGroups(number.nationalNumber) : spaceEvenly(number.number)
}

/** With a plus, however it was written. */
const withPlus = (e164: string): string => `+${significant(e164).replace('+', '')}`

const parse = (e164: string, plans: MetadataJson): PhoneNumber | undefined =>
  parseDigits(withPlus(e164), undefined, plans)

/** `+44 …130`: enough to recognise one's own number, too little to learn it. */
export const maskPhone = (e164: string): string => maskNumber(withPlus(e164))

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
  return withPlus(one) === withPlus(other)
}
