import type { CountryCode } from 'libphonenumber-js/core'

/** A row of the list: a country, or ZZ for *International*, as CLDR names what is none. */
export type ListedCode = CountryCode | 'ZZ'

/** A country as the list shows it. */
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

/**
 * Names that people type and `Intl` does not have, in the languages of our locales, already folded.
 */
const aliases: Partial<Record<ListedCode, string>> = {
  AE: 'uae,emirates,eau,vae,emiratos,emirati,emirats,zea,eae,bae,оаэ,эмираты,dubai',
  BY: 'belorussia,weissrussland,bielorrusia,wit rusland,vitryssland,белоруссия',
  CD: 'drc,dr congo,zaire,congo kinshasa,democratic republic of congo',
  CG: 'congo brazzaville,republic of congo',
  CI: 'ivory coast,elfenbeinkuste,costa de marfil,costa do marfim,costa d avorio,ivoorkust,elfenbenskusten,wybrzeze kosci sloniowej,coasta de fildes,fildisi sahili,берег слоновой кости',
  CN: 'prc',
  CV: 'cape verde,cabo verde,kap verde,kapverden,kaapverdie,cap vert,capo verde,capul verde,cap verde,wyspy zielonego przyladka',
  CZ: 'czech republic,tschechei,republique tcheque,republica checa,repubblica ceca,republica ceha,чешская республика',
  GB: 'uk,u k,england,scotland,wales,great britain,britain,northern ireland,grossbritannien,angleterre,grande bretagne,inglaterra,gran bretana,inghilterra,gran bretagna,engeland,groot brittannie,anglia,marea britanie,ingiltere,buyuk britanya,англия,イングランド,英国,잉글랜드,אנגליה,انجلترا,بريطانيا',
  KP: 'dprk,north korea,северная корея',
  KR: 'south korea,republic of korea,южная корея,한국',
  MK: 'macedonia',
  MO: 'macau',
  MM: 'burma,birma,birmanie,birmania,бирма',
  NL: 'holland,hollande,holanda,olanda,голландия',
  PS: 'palestine,palastina,palestina',
  RU: 'russian federation',
  SZ: 'swaziland,swasiland,suazilandia,свазиленд',
  TL: 'east timor,osttimor,timor oriental,timor est',
  TR: 'turkey',
  US: 'usa,u s a,america,united states of america,eeuu,ee uu,eua,сша,америка,amerika,ameryka,米国,アメリカ,ארהב,ארה ב,امريكا',
  VA: 'holy see,vatican',
  VN: 'viet nam',
}

/** Letters that NFKD leaves as they are, each followed by what people type instead. */
const letters = new Map(
  'łl ıi øo đd ðd ħh ßss æae œoe þth'.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]),
)

const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łıøđðħßæœþ]/g, (letter) => letters.get(letter) ?? letter)
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim()

/** Only between two words: at the end of a query it may be the beginning of a word. */
const and = / (?:and|und|et|y|ed?|i|og|och|en|ve|si|и)(?= )/g
const saint =
  /(?<=^| )(?:s t|st[aeo]?|sainte?|sankti?|sant[ao]?|san|sint|sao|sf|sfant(?:a|ul)|sw|swiet\w+|св|свят\p{L}+|сент?|сан|синт)(?= |$)/gu

/** The same for `&` and *and*, for *St.*, *Saint* and *Sankt*; `the` goes. */
const plain = (name: string): string =>
  name.replace(/^the /, '').replace(and, '').replace(saint, 'saint')

/**
 * Without spaces (`guineabissau`), and without *and* in scripts that write it onto the next word.
 */
const tight = (name: string): string => name.replace(/ [وו]|及ひ|[和及與]/g, '').replaceAll(' ', '')

interface Names {
  readonly own: readonly Name[]
  readonly plain: readonly Name[]
  readonly tight: readonly string[]
}

interface Name {
  readonly text: string
  readonly initials: string
}

const known = new WeakMap<ListedCountry, Names>()

function namesOf(listed: ListedCountry): Names {
  const before = known.get(listed)
  if (before) return before
  const { country, name, english } = listed
  const own = [fold(name), fold(english), ...(aliases[country]?.split(',').map(fold) ?? [])]
  const simple = own.map(plain)
  const names = { own: own.map(toName), plain: simple.map(toName), tight: simple.map(tight) }
  known.set(listed, names)
  return names
}

/**
 * The countries that a query may mean, likeliest first. Without a query, all of them in their
 * order.
 */
export function matchCountries(
  list: readonly ListedCountry[],
  query: string,
): readonly ListedCountry[] {
  const wanted = fold(query)
  if (wanted === '' || wanted === '+') return list
  const code = /^\+?(\d+)$/.exec(wanted.replaceAll(' ', ''))?.[1]
  const rank = code ? (each: ListedCountry) => codeRank(each, code) : nameRank(wanted)
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

function nameRank(wanted: string): (each: ListedCountry) => number {
  const simple = plain(wanted)
  const close = tight(simple)
  return (each) => {
    const names = namesOf(each)
    if (each.country.toLowerCase() === wanted) return 0
    const isClose = names.tight.includes(close)
    const like = isClose ? 0 : rankIn(names.plain, simple)
    const rank = Math.min(rankIn(names.own, wanted), like + 0.5)
    return rank === Infinity && names.tight.some((one) => one.includes(close)) ? 5 : rank
  }
}

function rankIn(names: readonly Name[], wanted: string): number {
  if (names.some(({ text }) => text === wanted)) return 0
  if (names.some(({ text }) => text.startsWith(wanted))) return 1
  if (names.some(({ text }) => text.includes(` ${wanted}`))) return 2
  if (names.some(({ initials }) => initials === wanted)) return 3
  return names.some(({ text }) => text.includes(wanted)) ? 4 : Infinity
}

const toName = (text: string): Name => ({
  text,
  initials: text
    .split(' ')
    .map((word) => word[0])
    .join(''),
})
