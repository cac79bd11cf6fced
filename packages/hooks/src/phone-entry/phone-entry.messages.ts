/** Why a number cannot be used yet. */
export type PhoneProblem = 'empty' | 'tooShort' | 'tooLong' | 'invalid' | 'countryNotAllowed'

/** The words of the phone field. Functions where they take values. */
export interface PhoneEntryMessages {
  label: string
  /** Names the country button; `country` is the one picked, or undefined. */
  country: (country: string | undefined) => string
  international: string
  problems: Record<PhoneProblem, string>
}

export const phoneEntryMessages: PhoneEntryMessages = {
  label: 'Phone number',
  country: (country) => (country === undefined ? 'Country' : `Country: ${country}`),
  international: 'International',
  problems: {
    empty: 'Enter your phone number.',
    tooShort: 'This number is too short. Check for missing digits.',
    tooLong: 'This number is too long. Check for extra digits.',
    invalid: 'This doesn’t look like a phone number. Check it, and the country.',
    countryNotAllowed: 'Numbers from this country aren’t supported here.',
  },
}
