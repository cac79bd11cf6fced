import type { CountryCode } from 'libphonenumber-js/core'

/** A row of the list: a country, or ZZ for *International*, as CLDR names what is none. */
export type ListedCode = CountryCode | 'ZZ'

/** A country as the list shows it, in the order of the list. */
export interface ListedCountry {
  readonly country: ListedCode
  /** In the reader's language. */
  readonly name: string
  /** In English as well: people type either. */
  readonly english: string
  /** Without the plus; empty for *International*. */
  readonly callingCode: string
  /** First among the countries that share its calling code. */
  readonly isMain: boolean
}

/** Names people type and neither `Intl` nor ISO has. */
const aliases: Partial<Record<ListedCode, string>> = {
  AE: 'uae,emirates',
  CD: 'drc,zaire,congo kinshasa',
  CG: 'congo brazzaville',
  CI: 'ivory coast',
  CV: 'cape verde',
  CZ: 'czech republic',
  GB: 'uk,england,scotland,wales,great britain,northern ireland',
  KP: 'dprk',
  MK: 'macedonia',
  MM: 'burma',
  NL: 'holland',
  SZ: 'swaziland',
  TL: 'east timor',
  TR: 'turkey',
  US: 'usa,america',
  VA: 'holy see',
}

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim()

/** Those a query may mean, likeliest first; all of them, in their order, without a query. */
export function matchCountries(
  list: readonly ListedCountry[],
  query: string,
): readonly ListedCountry[] {
  const wanted = fold(query)
  if (wanted === '' || wanted === '+') return list
  const code = /^\+?(\d+)$/.exec(wanted.replaceAll(' ', ''))?.[1]
  const rank = code
    ? (each: ListedCountry) => codeRank(each, code)
    : (each: ListedCountry) => nameRank(each, wanted)
  return list
    .map((each) => ({ each, rank: rank(each) }))
    .filter(({ rank: found }) => found < Infinity)
    .sort((one, other) => one.rank - other.rank)
    .map(({ each }) => each)
}

function codeRank({ callingCode, isMain }: ListedCountry, code: string): number {
  const isNear = callingCode.startsWith(code) || code.startsWith(callingCode)
  if (callingCode === '' || !isNear) return Infinity
  return (callingCode === code ? 0 : 2) + (isMain ? 0 : 1)
}

function nameRank({ country, name, english }: ListedCountry, wanted: string): number {
  const others = aliases[country]?.split(',') ?? []
  const names = [fold(name), fold(english), ...others]
  if (country.toLowerCase() === wanted || names.includes(wanted)) return 0
  if (names.some((each) => each.startsWith(wanted))) return 1
  if (names.some((each) => each.includes(` ${wanted}`))) return 2
  if (names.some((each) => initials(each) === wanted)) return 3
  return names.some((each) => each.includes(wanted)) ? 4 : Infinity
}

const initials = (name: string): string =>
  name
    .split(' ')
    .map((word) => word[0])
    .join('')
