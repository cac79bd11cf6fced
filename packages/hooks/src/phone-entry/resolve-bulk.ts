import type { CountryCode, MetadataJson, PhoneNumber } from 'libphonenumber-js/core'
import { plainText, runsOf, type NumberRun } from './number-runs.ts'
import {
  callingCodeOf,
  dialledAbroad,
  orDialled,
  parseDigits,
  readNumber,
  significant,
} from './read-number.ts'

/** Where a text that arrives at once is put in. */
export interface BulkPlace {
  readonly plans: MetadataJson
  /** The country that digits without a calling code are read in. */
  readonly base: CountryCode | undefined
  /** The country shown, which is another when the old text says so. */
  readonly shown: CountryCode | undefined
  readonly isAutofill: boolean
}

export interface Resolved {
  /** What the field shows from now on. Undefined leaves it as it was. */
  readonly digits: string | undefined
  readonly ext?: string
  readonly hasLetters?: boolean
  /** The digits are a number, of a right length at least. */
  readonly isNumber: boolean
}

const context = /;phone-context=(\+[\d.() -]+)/i
/** Fewer digits beside others, or among words, are a floor, a year or a postcode. */
const fewest = 6

const nothing: Resolved = { digits: undefined, hasLetters: true, isNumber: false }

/**
 * The digits that a pasted, dropped or filled-in text stands for: phone-entry.md PHONE-4 to
 * PHONE-15.
 */
export function resolveBulk(text: string, place: BulkPlace): Resolved {
  const clean = plainText(text)
  const home = context.exec(clean)?.[1]
  const body = home ? `${home} ${clean.replace(context, '').replace(/^.*tel:/i, '')}` : clean
  const hasLetters = /\p{L}/u.test(body)
  const all = runsOf(body)
  const [only] = all
  if (!only) return hasLetters ? nothing : { digits: significant(body), isNumber: false }
  const isAlone = all.length === 1 && !hasLetters
  const usable = all.filter((run, index) => {
    if (run.isGlued) return false
    return isAlone || (significant(run.text).length >= fewest && !isContinued(all, index))
  })
  // Pluses in a row, or one that was typed twice.
  if (/^[ (]*\+[+\d ().-]+$/.test(body)) usable.push({ ...only, text: body })
  for (const isGood of [isValid, isPossible]) {
    for (const run of usable) {
      const found = numberIn(run, place, isGood)
      if (found === null) return nothing
      if (found) return { digits: found, isNumber: true, ...(run.ext && { ext: run.ext }) }
    }
  }
  const [first] = usable
  if (hasLetters || !first) return resolveKeypad(body, place) ?? nothing
  return { digits: significant(withoutMarker(first.text)), isNumber: false }
}

/** `030` in one cell and `901820` in the next: the second is not a number of its own. */
function isContinued(all: readonly NumberRun[], index: number): boolean {
  const before = significant(all[index - 1]?.text ?? '')
  const isBegun = /^(?:\+\d{0,5}|0\d{2,4})$/.test(before)
  return isBegun && !/^[+0]/.test(significant(all[index]?.text ?? ''))
}

/** `2)`, `2.` and `[2]` in a list. A number may begin with `(2)` as well. */
const marker = /^ *(?:\[\d{1,2}\]|\d{1,2}(?:(?:\.\d{1,2})*[)\]]|\. +(?=[+(\d])))/
const withoutMarker = (text: string): string => text.replace(marker, '')

/**
 * What the first number of a run is to show; null when that is not clear. Digits that only stand
 * beside it must not get in: the number would be another, and nobody would notice.
 */
function numberIn(run: NumberRun, place: BulkPlace, isGood: Check): string | null | undefined {
  const text = withoutMarker(run.text)
  const numberOf = (part: string) => resolveDigits(significant(part), place, isGood)
  const atHome = (part: string) => {
    const found = resolveDigits(significant(part), place, isValid)
    return found?.isHome ? found : undefined
  }
  const whole = numberOf(text)
  const groups = text.match(/\D*\d+\D*/g) ?? []
  const splits = groups.slice(1).map((group, index) => {
    const left = groups.slice(0, index + 1).join('')
    return { left, code: significant(left), group, rest: groups.slice(index + 1).join('') }
  })
  const isLong = (code: string) => code.replace('+', '').length >= fewest
  // Another ending, or a remark in brackets.
  const cut = splits.find(({ left, code }) => /[/([] *$/.test(left) && isLong(code) && atHome(left))
  if (cut) return numberOf(cut.left)?.shown
  // Something else is counted there.
  const counting = run.isBeforeWord ? / \d *$/ : /\d{4}\D* \d *$/
  const counted = counting.test(text) && atHome(text.replace(/\d *$/, ''))
  if (counted && (run.isBeforeWord || whole)) return run.isBeforeWord ? counted.shown : null
  // `011` may begin a number of this country, which with a digit too many is one of elsewhere.
  const isOver = /^0[1-9]/.test(significant(text)) && atHome(text.replace(/\d\D*$/, ''))
  const isHeaded = Boolean(isOver) || splits.some(({ left }) => atHome(left))
  for (const [index, { left, code, group, rest }] of splits.entries()) {
    const other = atHome(rest)
    const isFresh = other !== undefined && group.startsWith('0')
    const isZero = code.startsWith('0')
    if (other && (isFresh ? isLong(code) : !whole?.isHome) && atHome(left)) {
      return numberOf(left)?.shown
    }
    if (isFresh && !code.startsWith('+') && !isCodeOf(whole, code)) {
      if (whole?.isHome ? !isZero && code.length < 3 : !isZero || code.length < 3)
        return other.shown
      if (whole?.isHome && (!isZero || code.length < 3)) return null
    }
    // A count before a number that needs no zero, such as `3 212 555 0123`.
    const isCount = index === 0 && /^[1-9]\d?$/.test(code)
    if (isCount && other && other.number.number !== whole?.number.number) {
      if (!whole?.isHome && !isCodeOf(whole, code)) return isHeaded ? undefined : other.shown
      if (code.length === 1) return null
    }
  }
  const isTailed = splits.some(
    ({ code, rest }) => !code.startsWith('0') && !isCodeOf(whole, code) && atHome(rest),
  )
  return whole && !whole.isHome && (isHeaded || isTailed) ? undefined : whole?.shown
}

/** The calling code of what was found, with the prefix that dials abroad or without. */
function isCodeOf(found: Found | undefined, text: string): boolean {
  const code = text.replace(/^(?:0011|011|010|00|810)/, '')
  const { countryCallingCode, nationalNumber = '' } = found?.number ?? {}
  return code === countryCallingCode && !nationalNumber.startsWith(code)
}

interface Found {
  readonly number: PhoneNumber
  readonly shown: string
  /** Of the country it was read in, or it says its code with a plus. */
  readonly isHome: boolean
}

function resolveDigits(digits: string, place: BulkPlace, isGood: Check): Found | undefined {
  for (const [candidate, country] of candidates(digits, place)) {
    // A dialling prefix or a bare calling code counts only in a valid number.
    if (isGood === isPossible && candidate !== digits) continue
    const own = parseDigits(candidate, country, place.plans)
    const number = orDialled(own, candidate, country, place.plans)
    if (number && isGood(number)) {
      const code = callingCodeOf(country, place.plans) ?? number.countryCallingCode
      const isHome = candidate === digits && number.countryCallingCode === code
      return { number, shown: shownDigits(digits, number, place), isHome }
    }
  }
  return undefined
}

type Check = (number: PhoneNumber) => boolean
const isValid: Check = (number) => number.isValid()
const isPossible: Check = (number) => number.isPossible()

type Candidate = readonly [digits: string, country: CountryCode | undefined]

function candidates(digits: string, place: BulkPlace): Candidate[] {
  const { base, shown, isAutofill } = place
  if (digits.startsWith('+')) return [[digits, undefined]]
  const list: Candidate[] = []
  // Chromium fills in numbers of the United States and Canada without a plus.
  if (isAutofill && /^1\d{10}$/.test(digits)) list.push([`+${digits}`, undefined])
  if (shown) list.push([digits, shown])
  if (base && base !== shown) list.push([digits, base])
  list.push([`+${digits}`, undefined])
  return [...list, ...dialledAbroad(digits).map((each): Candidate => [each, undefined])]
}

/** National digits stay as they are if the field would read them so; else they say their code. */
function shownDigits(digits: string, number: PhoneNumber, { base, plans }: BulkPlace): string {
  const { nationalNumber, countryCallingCode } = number
  const isOfBase = callingCodeOf(base, plans) === countryCallingCode
  const before = digits.slice(0, digits.length - nationalNumber.length)
  const isPlain = digits.endsWith(nationalNumber) && before !== countryCallingCode
  const reading = readNumber(digits, base, plans)
  const isSame = reading.number?.number === number.number && !reading.isInternational
  const isNational = isOfBase && isPlain && isSame
  return isNational ? digits : number.number
}

const keys = '22233344455566677778889999'

/** `1-800-FLOWERS`, as keypads of the North American plan spell it. Only if the number is valid. */
function resolveKeypad(text: string, place: BulkPlace): Resolved | undefined {
  const isNorthAmerican = callingCodeOf(place.base, place.plans) === '1' || /^\+?1\b/.test(text)
  if (!isNorthAmerican || !/^[\d+\s().-]*\d[\s).-]*[a-z\d-]+$/i.test(text)) return undefined
  const spelled = text.replace(
    /[a-z]/gi,
    (letter) => keys[letter.toLowerCase().charCodeAt(0) - 97] ?? '',
  )
  const digits = significant(spelled)
  const number = parseDigits(digits.startsWith('1') ? `+${digits}` : digits, 'US', place.plans)
  return number?.isValid() ? { digits: number.number, isNumber: true } : undefined
}
