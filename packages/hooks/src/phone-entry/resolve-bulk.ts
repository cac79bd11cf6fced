import type { CountryCode, MetadataJson, PhoneNumber } from 'libphonenumber-js/core'
import { normalizeDigits } from '../code-input/extract-code.ts'
import { callingCodeOf, parseDigits, readNumber, significant } from './read-number.ts'

/** Where a text lands that arrives at once. */
export interface BulkPlace {
  readonly plans: MetadataJson
  /** The country of digits that do not say theirs. */
  readonly base: CountryCode | undefined
  /** The country on show, when the text before said another. */
  readonly shown: CountryCode | undefined
  readonly isAutofill: boolean
}

export interface Resolved {
  /** What the field shows from now on; undefined leaves it as it was. */
  readonly digits: string | undefined
  readonly ext?: string
  readonly hasLetters?: boolean
  /** The digits are a number, of a right length at least. */
  readonly isNumber: boolean
}

const extension = /\s*(?:;?\s*ext(?:ension|n)?\.?\s*[=:]?|[,;]?\s*x\.?|\s*#)\s*(\d{1,7})\s*$/i
const context = /;phone-context=(\+[\d.() -]+)/i
/** A run of digits with what stands between them in numbers. */
const runs = /\+?[\s(]*\d[\d\s().\-\u2010-\u2015\u2212/~]*/g
/** Fewer digits among letters are a floor or a time. */
const fewestAmongLetters = 5

/** The digits a pasted, dropped or filled-in text stands for (phone-entry.md H4 to H15). */
export function resolveBulk(text: string, place: BulkPlace): Resolved {
  const clean = normalizeDigits(text).trim()
  const end = extension.exec(clean)
  // A text that is nothing but `#5551234` is a number.
  const isBehind = end !== null && /\d/.test(clean.slice(0, end.index))
  const ext = isBehind ? end[1] : undefined
  const rest = (isBehind ? clean.slice(0, end.index) : clean).replace(/^.*\btel:\s*/i, '')
  const home = context.exec(rest)?.[1]
  const body = home ? `${home} ${rest.replace(context, '')}` : rest
  const run = firstRun(body)
  const resolved = run === undefined ? undefined : resolveRun(run, place)
  if (resolved && (resolved.isNumber || !/\p{L}/u.test(body))) {
    return ext === undefined ? resolved : { ...resolved, ext }
  }
  return resolveKeypad(body, place) ?? { digits: undefined, hasLetters: true, isNumber: false }
}

/** A letter at a digit: leaving it out would make another number. */
const isGlued = (text: string): boolean => /\d\p{L}|\p{L}\d/u.test(text)

/** The digits that are meant among words; undefined if a letter clings to them. */
function firstRun(text: string): string | undefined {
  if (!/[\p{L},;|]/u.test(text)) return text
  const found = [...text.matchAll(runs)].find(
    ([each]) => significant(each).length >= fewestAmongLetters,
  )
  const [each, at] = found ? [found[0], found.index] : [text, 0]
  return isGlued(text.slice(Math.max(at - 1, 0), at + each.length + 1)) ? undefined : each
}

function resolveRun(text: string, place: BulkPlace): Resolved {
  const digits = significant(lastNumberOf(text.trim(), place.plans))
  for (const isGood of [isValid, isPossible]) {
    for (const [candidate, country] of candidates(digits, place)) {
      const number = parseDigits(candidate, country, place.plans)
      // A dialling prefix or a bare calling code is only taken from a number in use.
      if (isGood === isPossible && candidate !== digits) continue
      if (number && isGood(number)) {
        return { digits: shownDigits(digits, number, place), isNumber: true }
      }
    }
  }
  return { digits, isNumber: false }
}

const isValid = (number: PhoneNumber): boolean => number.isValid()
const isPossible = (number: PhoneNumber): boolean => number.isPossible()

/** A second `+` starts a number of its own, pasted behind a prefilled `+1`, if it is whole. */
function lastNumberOf(text: string, plans: MetadataJson): string {
  const at = text.lastIndexOf('+')
  if (at < 1) return text
  const tail = text.slice(at)
  return parseDigits(significant(tail), undefined, plans)?.isPossible() ? tail : text
}

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
  const dialled = digits.replace(/^(?:00|011)/, '+')
  if (dialled !== digits) list.push([dialled, undefined])
  return list
}

/** National digits stay as they are if the field would read them so; else they say their code. */
function shownDigits(digits: string, number: PhoneNumber, { base, plans }: BulkPlace): string {
  const { nationalNumber, countryCallingCode } = number
  const isOfBase = callingCodeOf(base, plans) === countryCallingCode
  const before = digits.slice(0, digits.length - nationalNumber.length)
  const isPlain = digits.endsWith(nationalNumber) && before !== countryCallingCode
  const isNational = isOfBase && isPlain && !readNumber(digits, base, plans).isInternational
  return isNational ? digits : number.number
}

const keys = '22233344455566677778889999'

/** `1-800-FLOWERS`, as keypads of the North American plan spell it; only a number in use. */
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
