/**
 * Every Unicode decimal digit as ASCII, compatibility forms folded (NFKC), and invisible characters
 * dropped: zero-width spaces, direction marks, variation selectors, all that Unicode says to ignore.
 */
export const normalizeDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\p{Nd}/gu, asciiDigit)

// Unicode keeps the ten digits of a script next to each other, zero first, and after NFKC no two
// scripts touch: the value of a digit is the number of digits right before it.
function asciiDigit(digit: string): string {
  const own = digit.codePointAt(0) ?? 0
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(own - before - 1))) before += 1
  return `${before}`
}
