// Phone numbers in sentences, without numbering plans: a flow with a phone field of its own ships
// none.

/** The calling code of a number. All calling codes but these have three digits (ITU-T E.164). */
const callingCode =
  /^\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(?=\d{3})/

/** Digits at the end that a masked number still shows. */
const shownWhenMasked = 3

const codeOf = (e164: string): string => callingCode.exec(e164)?.[0] ?? ''

/** `+44 …130`: enough to recognise one's own number, too little to learn it. */
export const maskNumber = (e164: string): string =>
  `${codeOf(e164)} \u2026${e164.slice(-shownWhenMasked)}`.trimStart()

/** Threes, and a last group of two to four. */
export const evenGroups = (digits: string): string =>
  digits.match(/\d{3}(?=\d{2})|\d+/g)?.join(' ') ?? digits

/** `+44 786 002 1130`: as nobody writes it, and easy to read. */
export const spaceEvenly = (e164: string): string => {
  const code = codeOf(e164)
  return `${code} ${evenGroups(e164.slice(code.length))}`.trimStart()
}

let space: (e164: string) => string = spaceEvenly

/** From now on numbers are spaced as their countries write them. */
export function spaceNumbersBy(known: typeof space): void {
  space = known
}

/** Kept together, and left to right inside any sentence: U+2066 and U+2069 isolate it. */
export const isolateNumber = (text: string): string =>
  `\u2066${text.replaceAll(' ', '\u00A0')}\u2069`

/** The number as it is written now; empty for none. */
export const phoneInSentence = (e164: string | undefined, isMasked: boolean): string =>
  e164 === undefined ? '' : isolateNumber(isMasked ? maskNumber(e164) : space(e164))
