/** What a code is made of. */
export interface CodeRules {
  /** Characters in a whole code. */
  length: number
  /** Letters A to Z count as well as digits. @default false */
  alphanumeric?: boolean | undefined
}

/**
 * Compatibility forms folded (NFKC), every Unicode decimal digit as ASCII, invisible
 * characters (zero-width, direction marks, variation selectors) dropped.
 */
export const normalizeDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}\u034f\ufe00-\ufe0f]/gu, '')
    .replace(/\p{Nd}/gu, asciiDigit)

// Unicode keeps the ten digits of a script next to each other, zero first, and after NFKC no
// two scripts touch: how many digits stand before one is its worth.
function asciiDigit(digit: string): string {
  const own = digit.codePointAt(0) ?? 0
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(own - before - 1))) before += 1
  return `${before}`
}

/** The allowed characters of a text, in order, normalised. */
export const allowedCharacters = (text: string, { alphanumeric }: CodeRules): string =>
  normalizeDigits(text).replace(alphanumeric ? /[^a-z0-9]/gi : /\D/g, '')

/** The whole or partial code a value stands for: allowed characters, at most `length`. */
export const clampCode = (text: string, rules: CodeRules): string =>
  // Each render asks, nearly always for plain digits.
  (/^[0-9]*$/.test(text) ? text : allowedCharacters(text, rules)).slice(0, rules.length)

/**
 * The code in a text that arrived at once: pasted, dropped, filled in. In order of trust:
 * 1. a word of exactly `length` characters, so that `Your Studio54 PIN is 482913` is 482913;
 * 2. such a word written in groups (`482 913`, `AB1-2CD`);
 * 3. whatever is allowed in it, cut at `length`. Out of prose that may be part of a code, never
 *    a whole one: a guess must not complete the field and burn an attempt.
 * Empty when there is none.
 */
export function extractCode(text: string, rules: CodeRules): string {
  const { length, alphanumeric } = rules
  const clean = normalizeDigits(text).trim()
  const one = alphanumeric ? '[A-Za-z0-9]' : '\\d'
  const standingAlone = (pattern: string) =>
    clean.match(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu')) ?? []
  const found = [
    ...standingAlone(`${one}{${length}}`),
    ...standingAlone(`${one}+([ .\u2010-\u2015\u2212-]${one}+)*`),
  ]
    .map((candidate) => allowedCharacters(candidate, rules))
    .find((candidate) => candidate.length === length && /\d/.test(candidate))
  const rest = allowedCharacters(clean, rules)
  const isProse = (alphanumeric ? /\s/ : /\p{L}/u).test(clean)
  return found ?? (isProse && rest.length >= length ? '' : rest.slice(0, length))
}
