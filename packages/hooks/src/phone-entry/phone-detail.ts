import type { CountryCode, NumberType } from 'libphonenumber-js/core'
import type { InputChangeReason } from '../lib/change-reason.ts'
import type { PhoneStatus } from './judge-number.ts'
import type { PhoneEntryRules, PhoneEntryState, PhoneView } from './phone-entry.state.ts'

/**
 * Why the number, or what is known of it, changed. `item-press`: a country was picked.
 * `metadata-load`: the full metadata came and judged it otherwise.
 */
export type PhoneReason = InputChangeReason | 'item-press' | 'metadata-load'

/** What is known about the number in the field. */
export interface PhoneDetail {
  status: PhoneStatus
  /** As it stands in the field. */
  text: string
  country: CountryCode | undefined
  /** Without the plus. */
  callingCode: string | undefined
  /** Formatted, once the number is of a possible length. */
  national: string | undefined
  international: string | undefined
  /** Undefined until the full metadata is there, or when it cannot tell. */
  type: NumberType
  /** The extension that was pasted with the number. It is no part of the value. */
  ext: string | undefined
  metadata: 'lite' | 'full'
}

/** What `onValueChange` is told beside the value. */
export interface PhoneEntryDetails extends PhoneDetail {
  reason: PhoneReason
  /** The DOM event behind the change, when there was one. */
  event: Event | undefined
}

export function phoneDetail(
  state: PhoneEntryState,
  view: PhoneView,
  rules: PhoneEntryRules,
): PhoneDetail {
  const { isFull } = rules.metadata
  const number = view.value === undefined ? undefined : view.reading.number
  return {
    status: view.status,
    text: view.text,
    country: view.country,
    callingCode: view.reading.callingCode,
    national: number?.formatNational(),
    international: number?.formatInternational(),
    type: isFull ? number?.getType() : undefined,
    ext: state.ext,
    metadata: isFull ? 'full' : 'lite',
  }
}
