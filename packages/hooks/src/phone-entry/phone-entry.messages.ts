/** Why a number cannot be used yet. */
export type PhoneProblem =
  | 'empty'
  /** National digits, and no country to read them in. */
  | 'needsCountry'
  /** It begins with a calling code that no country has. */
  | 'unknownCode'
  | 'countryNotAllowed'
  | 'tooShort'
  | 'tooLong'
  /** Between two lengths that numbers of this country have. */
  | 'invalidLength'
  /** The right length, and not a number that the numbering plan has. */
  | 'invalid'
  /** A landline or a service number where only a mobile will do. */
  | 'wrongType'

/** Why a key or a paste added nothing, or not all of it. */
export type PhoneRefusal = 'letters' | 'extension'

/** What the phone field says. Functions where a text takes values. */
export interface PhoneEntryMessages {
  label: string
  /** Names the country button: what it shows, the country, and that it can be changed. */
  country: (country: string | undefined, callingCode: string | undefined) => string
  international: string
  /** Names the native list of countries. */
  countrySelect: string
  /** Names the dialog that the button opens. */
  choose: string
  /** Names the list in it. */
  countries: string
  /** Names the search and says what it takes. */
  search: string
  /** Announced while searching. */
  results: (count: number) => string
  noResults: string
  /** Closes the list on touch screens. */
  close: string
  problems: Record<PhoneProblem, string>
  refusals: Record<PhoneRefusal, string>
}

/** The English texts of the phone field. */
export const phoneEntryMessages: PhoneEntryMessages = {
  label: 'Phone number',
  country: (country, callingCode) =>
    `${[callingCode, country ?? 'Country code'].filter(Boolean).join(' ')}, change country`,
  international: 'International',
  countrySelect: 'Country',
  choose: 'Choose a country',
  countries: 'Countries',
  search: 'Search countries',
  results: (count) => (count === 1 ? '1 country' : `${count} countries`),
  noResults: 'No country found',
  close: 'Close',
  problems: {
    empty: 'Enter your phone number.',
    needsCountry: 'Choose your country, or start the number with + and its country code.',
    unknownCode: 'No country has this code. Check the digits after the +.',
    countryNotAllowed: 'Numbers from this country aren’t supported here.',
    tooShort: 'This number is too short. Check for missing digits.',
    tooLong: 'This number is too long. Check for extra digits.',
    invalidLength: 'This number has a digit too many or too few. Check it once more.',
    invalid: 'That isn’t a valid phone number. Check the digits and the country.',
    wrongType: 'This number can’t get text messages. Enter a mobile number.',
  },
  refusals: {
    letters: 'Phone numbers have digits only. Nothing was added.',
    extension: 'The extension was left out. We can only reach the main number.',
  },
}
