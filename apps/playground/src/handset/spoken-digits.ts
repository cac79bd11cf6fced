/** A digit of the code, and whether the voice has come to it. */
export interface SpokenDigit {
  readonly digit: string
  readonly isSaid: boolean
  /** The voice is at it, the first time or the second. */
  readonly isNow: boolean
}

/** The code out of what a voice says, which says it twice, at the end. */
export function spokenDigits(
  words: readonly string[],
  at: number,
  codeLength: number,
): SpokenDigit[] {
  const said = words
    .flatMap((word, index) => Array.from(word.matchAll(/\d/g), ([digit]) => ({ digit, index })))
    // Before it, the name of a brand may have some.
    .slice(-2 * codeLength)
  return said.slice(0, codeLength).map(({ digit, index }, nth) => ({
    digit,
    isSaid: index <= at,
    isNow: index === at || said[codeLength + nth]?.index === at,
  }))
}
