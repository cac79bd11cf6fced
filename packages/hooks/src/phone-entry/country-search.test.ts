import { getCountries } from 'libphonenumber-js/core'
import { expect, test } from 'vitest'
import { countryName, listedCountry } from './country-names.ts'
import { liteMetadata } from './lite-metadata.ts'
import { matchCountries, type ListedCountry } from './match-countries.ts'

// Each country by every name that a reader of each of our locales has for it.

const files = Object.keys(import.meta.glob(['../../../react/src/locales/*.ts', '!**/*.test.ts']))
const locales = files.map((file) => {
  const tag = file.replace(/^.*\/(.*)\.ts$/, '$1')
  return Intl.getCanonicalLocales(tag)[0] ?? tag
})

const listIn = (locale: string): ListedCountry[] =>
  getCountries(liteMetadata())
    .map((country) => listedCountry(country, countryName(country, locale)))
    .toSorted((one, other) => one.name.localeCompare(other.name, locale))

const first = (list: readonly ListedCountry[], query: string) =>
  matchCountries(list, query)[0]?.country

/** Those that a query in the place of their name does not find first. */
const missedOf = (
  list: readonly ListedCountry[],
  write: (each: ListedCountry) => string | undefined,
): string[] =>
  list.flatMap((each) => {
    const query = write(each)
    const found = query === undefined ? each.country : first(list, query)
    return found === each.country ? [] : [`${each.country} by "${query}": ${found}`]
  })

test('there are the locales that ship', () => {
  expect(locales.length).toBeGreaterThanOrEqual(20)
  expect(locales).toContain('zh-TW')
})

/** As typed on a keyboard that has no such letters. */
const plainLetters = new Map(
  'łl ŁL ıi İI øo ØO đd ðd ÐD ßss æae ÆAe œoe ŒOe þth ÞTh'
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
)
const withoutDiacritics = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => plainLetters.get(letter) ?? letter)

/** *And*, as it stands between two names. */
const ands: Record<string, RegExp> = {
  ar: / و(?=\S)/,
  de: / und /,
  en: / & /,
  es: / y /,
  fr: /-et-| et /,
  he: / ו(?!ו)/,
  is: / og /,
  it: / ed? /,
  ja: /及び/,
  nl: / en /,
  pl: / i /,
  pt: / e /,
  ro: / și /,
  ru: / и /,
  sv: / och /,
  tr: / ve /,
  zh: /[和與及](?=.)/,
}

/** How *Saint* is written, in full and short. */
const saints: Record<string, [RegExp, string[]]> = {
  de: [/^St\. /, ['St ', 'Sankt ', 'Saint ']],
  en: [/^St\. /, ['St ', 'Saint ', 'St.']],
  es: [/^(?:San|Santa|Santo) /, ['Sta. ', 'Sto ', 'St. ']],
  fr: [/^Sainte?[-\u2011]/, ['St ', 'Ste-', 'Saint ', 'St-']],
  is: [/^Sankti /, ['St. ', 'Saint ']],
  it: [/^Saint[ -]/, ['St. ', 'San ']],
  nl: [/^(?:Saint|Sint)[ -]/, ['St. ', 'Sint ']],
  pl: [/^Saint[ -]/, ['St. ', 'St ']],
  pt: [/^(?:São|Santa) /, ['Sao ', 'Sta. ', 'St. ']],
  ro: [/^(?:Saint|Sfânta|Sfântul)[ -]/, ['Sf. ', 'St. ']],
  ru: [/^Сент?-/, ['Сент ', 'Св. ']],
  sv: [/^S:t /, ['St ', 'Saint ', 'Sankt ']],
  tr: [/^Saint /, ['St. ', 'St ']],
}

for (const locale of locales) {
  const list = listIn(locale)
  const [language = ''] = locale.split('-')

  test(`${locale}: finds each country by its name, without diacritics, and by its English name`, () => {
    expect(missedOf(list, ({ name }) => name)).toEqual([])
    expect(missedOf(list, ({ name }) => withoutDiacritics(name))).toEqual([])
    expect(missedOf(list, ({ english }) => english)).toEqual([])
    expect(missedOf(list, ({ english }) => withoutDiacritics(english).toLowerCase())).toEqual([])
    expect(missedOf(list, ({ english }) => english.replace(' & ', ' and '))).toEqual([])
    expect(missedOf(list, ({ english }) => english.replace('St. ', 'Saint '))).toEqual([])
    expect(missedOf(list, ({ english }) => english.replace('St. ', 'St '))).toEqual([])
  })

  test(`${locale}: finds countries by \`&\` and by *and*`, () => {
    const own = ands[language]
    if (!own) return expect(language).toBe('ko')
    const joined = list.filter(({ name }) => own.test(name))
    expect(joined.length).toBeGreaterThan(0)
    expect(missedOf(joined, ({ name }) => name.replace(own, ' & '))).toEqual([])
    expect(missedOf(joined, ({ name }) => name.replace(own, ' and '))).toEqual([])
    return undefined
  })

  const saint = saints[language]
  if (saint) {
    test(`${locale}: finds saints in full and short`, () => {
      const [own, written] = saint
      const holy = list.filter(({ name }) => own.test(name))
      expect(holy.length).toBeGreaterThan(2)
      for (const each of written) {
        expect(missedOf(holy, ({ name }) => name.replace(own, each))).toEqual([])
      }
    })
  }
}

test.each([
  ['en', 'trinidad and tobago', 'TT'],
  ['en', 'saint lucia', 'LC'],
  ['en', 'cabo verde', 'CV'],
  ['en', 'cape verde', 'CV'],
  ['pl', 'wlochy', 'IT'],
  ['tr', 'kibris', 'CY'],
  ['tr', 'KIBRIS', 'CY'],
  ['tr', 'izlanda', 'IS'],
  ['is', 'thyskaland', 'DE'],
  ['fr', 'cote divoire', 'CI'],
  ['en', 'guineabissau', 'GW'],
  ['en', 'the netherlands', 'NL'],
  ['en', 'The Gambia', 'GM'],
  ['en', 'uk', 'GB'],
  ['en', 'U.K.', 'GB'],
  ['en', 'England', 'GB'],
  ['en', 'Scotland', 'GB'],
  ['en', 'USA', 'US'],
  ['en', 'U.S.A.', 'US'],
  ['en', 'America', 'US'],
  ['en', 'United States of America', 'US'],
  ['en', 'UAE', 'AE'],
  ['en', 'Holland', 'NL'],
  ['en', 'Burma', 'MM'],
  ['en', 'Ivory Coast', 'CI'],
  ['en', 'Czechia', 'CZ'],
  ['en', 'Czech Republic', 'CZ'],
  ['en', 'Turkey', 'TR'],
  ['en', 'Türkiye', 'TR'],
  ['en', 'Swaziland', 'SZ'],
  ['en', 'Eswatini', 'SZ'],
  ['en', 'South Korea', 'KR'],
  ['en', 'North Korea', 'KP'],
  ['en', 'Macau', 'MO'],
  ['en', 'Hongkong', 'HK'],
  ['en', 'Palestine', 'PS'],
  ['en', 'Macedonia', 'MK'],
  ['en', 'East Timor', 'TL'],
  ['en', 'Viet Nam', 'VN'],
  ['en', 'Russian Federation', 'RU'],
  ['de', 'Weißrussland', 'BY'],
  ['de', 'Elfenbeinküste', 'CI'],
  ['de', 'Großbritannien', 'GB'],
  ['de', 'USA', 'US'],
  ['fr', 'Angleterre', 'GB'],
  ['fr', 'Hollande', 'NL'],
  ['es', 'Inglaterra', 'GB'],
  ['es', 'EE. UU.', 'US'],
  ['es', 'Costa de Marfil', 'CI'],
  ['it', 'Inghilterra', 'GB'],
  ['it', 'Olanda', 'NL'],
  ['nl', 'Engeland', 'GB'],
  ['pl', 'Anglia', 'GB'],
  ['pt', 'EUA', 'US'],
  ['ro', 'Anglia', 'GB'],
  ['ru', 'США', 'US'],
  ['ru', 'Англия', 'GB'],
  ['ru', 'Южная Корея', 'KR'],
  ['sv', 'Vitryssland', 'BY'],
  ['tr', 'İngiltere', 'GB'],
  ['tr', 'Amerika', 'US'],
  ['ja', '米国', 'US'],
  ['ja', '英国', 'GB'],
  ['ko', '한국', 'KR'],
  ['he', 'ארה״ב', 'US'],
  ['ar', 'أمريكا', 'US'],
  ['ar', 'بريطانيا', 'GB'],
])('in %s, people who mean it by "%s" find %s first', (locale, query, country) => {
  expect(first(listIn(locale), query)).toBe(country)
})

test('finds more with each letter of a saint, and loses none', () => {
  const list = listIn('en')
  for (const query of [
    's',
    'sa',
    'sai',
    'sain',
    'saint',
    'saint ',
    'saint l',
    'st',
    'st.',
    'st. l',
  ]) {
    expect(matchCountries(list, query).map(({ country }) => country)).toContain('LC')
  }
  expect(first(list, 'san m')).toBe('SM')
})
