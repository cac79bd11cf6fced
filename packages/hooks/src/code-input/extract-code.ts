import { clingingLetter } from '../lib/clinging-letter.ts'
import { normalizeDigits } from '../lib/normalize-digits.ts'

/** What a code is made of. */
export interface CodeRules {
  /** Characters in a whole code. */
  length: number
  /** Letters A to Z count as well as digits. @default false */
  alphanumeric?: boolean | undefined
}

/** The allowed characters of a text, in order and normalised. */
export const allowedCharacters = (text: string, { alphanumeric }: CodeRules): string =>
  // Called for each key and each render, nearly always with plain digits.
  /^[0-9]*$/.test(text)
    ? text
    : normalizeDigits(text).replace(alphanumeric ? /[^a-z0-9]/gi : /\D/g, '')

/**
 * The code that a value stands for: its allowed characters, at most `length` of them. Callers without
 * types may give null or a number.
 */
export const clampCode = (text: string | null | undefined, rules: CodeRules): string =>
  allowedCharacters(`${text ?? ''}`, rules).slice(0, rules.length)

// What may stand between two groups of one code: a space, a dot, a dash.
const separator = '[ .\u2010-\u2015\u2212-]'

/**
 * The code in a text that arrived at once: pasted, dropped, filled in (code-input.md CODE-11). In order
 * of trust:
 * 1. a run of exactly `length`, alone or in groups: `482913`, `482 913`, `AB1-2CD`;
 * 2. inside a longer run, equal groups of that many: `482 913` in `Code 482 913 5 min`;
 * 3. whatever is allowed, cut at `length`. Out of prose that may be part of a code, never a whole
 *    one: a guess must not complete the field and use up an attempt.
 * Empty when there is no code, or when there are several and nothing tells which.
 */
export function extractCode(text: string, rules: CodeRules): string {
  const { length, alphanumeric } = rules
  // NFKC turns signs into letters (№ into No) that are not part of a word, so signs become commas.
  // Transcripts of calls put commas between single digits: those become spaces.
  const clean = normalizeDigits(text.replace(/[\p{So}ºª]/gu, ','))
    .replace(/(?<!\w)(\d), ?(?=\d(?!\w))/g, '$1 ')
    .trim()
  const group = alphanumeric ? '[A-Za-z0-9]+' : '\\d+'
  const word = `${clingingLetter}|\\p{N}`
  const run = `(?<!${word})${group}(${separator}${group})*(?!${word})`
  const runs = clean.match(new RegExp(run, 'gu')) ?? []
  const readings = [
    // A word can be as long as a code. Without a digit it counts only when there is nothing else.
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

/** Groups of one size, side by side, that are `length` together. None if a group as long is next to them. */
function equalGroups(groups: string[], length: number): string[] {
  return groups.map((group, first) => {
    const end = first + length / group.length
    const equal = groups.slice(first, end)
    const isLike = (each = '') => hasDigit(each) && each.length >= group.length
    // With longer groups among them they would be longer than a code.
    const isAlone = !isLike(groups[first - 1]) && !isLike(groups[end])
    return isAlone && equal.every((each) => isLike(each)) ? equal.join('') : ''
  })
}
