import { clingingLetter } from '../lib/clinging-letter.ts'
import { normalizeDigits } from '../lib/normalize-digits.ts'

/** What a code is made of. */
export interface CodeRules {
  /** Characters in a whole code. */
  length: number
  /** Letters A to Z count as well as digits. @default false */
  alphanumeric?: boolean | undefined
}

/** The allowed characters of a text, in order, normalised. */
export const allowedCharacters = (text: string, { alphanumeric }: CodeRules): string =>
  // Each key and each render asks, nearly always for plain digits.
  /^[0-9]*$/.test(text)
    ? text
    : normalizeDigits(text).replace(alphanumeric ? /[^a-z0-9]/gi : /\D/g, '')

/**
 * The whole or partial code a value stands for: allowed characters, at most `length`. Callers
 * without types may give null, or a number.
 */
export const clampCode = (text: string | null | undefined, rules: CodeRules): string =>
  allowedCharacters(`${text ?? ''}`, rules).slice(0, rules.length)

// Between two groups of one run: a space, a dot, a dash.
const separator = '[ .\u2010-\u2015\u2212-]'

/**
 * The code in a text that arrived at once: pasted, dropped, filled in. In order of trust:
 * 1. a run of exactly `length`, alone or in groups: `482913`, `482 913`, `AB1-2CD`;
 * 2. inside a longer run, equal groups of that many: `482 913` in `Code 482 913 5 min`;
 * 3. whatever is allowed in it, cut at `length`. Out of prose that may be part of a code, never
 *    a whole one: a guess must not complete the field and burn an attempt.
 * Empty when there is none, and when several that differ are as good.
 */
export function extractCode(text: string, rules: CodeRules): string {
  const { length, alphanumeric } = rules
  // Signs fold into letters (№ into No), and are none; a voice says single digits with commas.
  const clean = normalizeDigits(text.replace(/[\p{So}ºª]/gu, ','))
    .replace(/(?<!\w)(\d), ?(?=\d(?!\w))/g, '$1 ')
    .trim()
  const group = alphanumeric ? '[A-Za-z0-9]+' : '\\d+'
  const word = `${clingingLetter}|\\p{N}`
  const run = `(?<!${word})${group}(${separator}${group})*(?!${word})`
  const runs = clean.match(new RegExp(run, 'gu')) ?? []
  const readings = [
    // Two words can be as long as a code, but only a code comes without other words.
    runs.filter((each) => hasDigit(each) || each === clean),
    runs.flatMap((each) => equalGroups(each.split(new RegExp(separator)), length)),
  ]
  for (const reading of readings) {
    const codes = reading.map((each) => allowedCharacters(each, rules))
    const [code, another] = new Set(codes.filter((each) => each.length === length))
    if (code !== undefined) return another === undefined ? code : ''
  }
  const rest = allowedCharacters(clean, rules)
  const isProse = (alphanumeric ? /\s|(?![a-z])\p{L}/iu : /\p{L}/u).test(clean)
  const isGuess = rest.length > length || (rest.length === length && isProse)
  return isGuess && rest !== clean ? '' : rest.slice(0, length)
}

const hasDigit = (text: string): boolean => /\d/.test(text)

/** Neighbours of one size that are `length` together, unless a number as long stands beside them. */
function equalGroups(groups: string[], length: number): string[] {
  return groups.map((group, first) => {
    const end = first + length / group.length
    const equal = groups.slice(first, end)
    const isLike = (each = '') => hasDigit(each) && each.length >= group.length
    // Longer ones among them are together longer than a code.
    const isAlone = !isLike(groups[first - 1]) && !isLike(groups[end])
    return isAlone && equal.every((each) => isLike(each)) ? equal.join('') : ''
  })
}
