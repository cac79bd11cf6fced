/** What a code is made of. */
export interface CodeRules {
  /** Characters in a whole code. */
  length: number
  /** Letters A to Z count as well as digits. */
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
    .replace(/(?!\d)\p{Nd}/gu, asciiDigit)

// Unicode keeps the ten digits of a script next to each other, zero first, and after NFKC no
// two scripts touch: the distance to the first one is the digit.
function asciiDigit(digit: string): string {
  let zero = digit.codePointAt(0) ?? 0
  const own = zero
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(own - zero)
}

/** The allowed characters of a text, in order, normalised. */
export const allowedCharacters = (text: string, { alphanumeric }: CodeRules): string =>
  normalizeDigits(text).replace(alphanumeric ? /[^A-Za-z0-9]/g : /\D/g, '')

/** The whole or partial code a value stands for: allowed characters, at most `length`. */
export const clampCode = (text: string, rules: CodeRules): string =>
  allowedCharacters(text, rules).slice(0, rules.length)

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
  const isCodeWord = alphanumeric ? /^[A-Za-z0-9]+$/ : /^\d+$/
  const isGroupBreak = /^[ .\u2010-\u2015\u2212-]$/
  const words: string[] = []
  const groups: string[] = []
  let group = ''
  for (const [token] of clean.matchAll(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu)) {
    if (isCodeWord.test(token)) {
      words.push(token)
      group += token
    } else if (!isGroupBreak.test(token)) {
      groups.push(group)
      group = ''
    }
  }
  const found = [...words, ...groups, group].find(
    (candidate) => candidate.length === length && /\d/.test(candidate),
  )
  if (found !== undefined) return found
  const rest = allowedCharacters(clean, rules)
  const isProse = alphanumeric ? /\s/.test(clean) : /\p{L}/u.test(clean)
  return isProse && rest.length >= length ? '' : rest.slice(0, length)
}
