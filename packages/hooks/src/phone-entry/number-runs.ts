import { clingingLetter } from '../lib/clinging-letter.ts'
import { normalizeDigits } from '../lib/normalize-digits.ts'

/** Digits in a text, with the spaces and the punctuation between them. */
export interface NumberRun {
  readonly text: string
  readonly ext: string | undefined
  /** Something clings to its digits: they are a time, a price or part of a word. */
  readonly isGlued: boolean
  /** A word comes after it. */
  readonly isBeforeWord: boolean
}

/**
 * In links and web pages: `tel:%2B49%2030`, `030&nbsp;901820`. In Russia one dials abroad with
 * `8~10`.
 */
const escaped = /%[\da-f]{2}|&#?\w{1,7};|\b8 ?~ ?10(?=\D)/gi
/** `①`, `1️⃣`, `½`, `№`: NFKC would turn them into digits and letters. */
const ornaments = /[\p{No}№]|\d\uFE0F?\u20E3/gu

/** Plain characters, with the lines and cells of a text still apart. */
export const plainText = (text: string): string =>
  normalizeDigits(
    text
      .replace(ornaments, '\n')
      .replace(escaped, (each) =>
        each.startsWith('%')
          ? String.fromCharCode(parseInt(each.slice(1), 16))
          : each.startsWith('8')
            ? '+'
            : ' ',
      ),
  ).trim()

const runs = /\+?[ ([]*\d[\d ()[\].\-\u2010-\u2015\u2212/~\u00B7]*/g
const extension = /^(?:[;,]? *ext(?:ension|n)?\.? *[=:]?|[,;]? *x\.?|#) *(\d{1,7})(?! *\d)/i
/** A letter, or what makes `10:30`, `20€` and `5%` of digits. */
const glue = new RegExp(`\\d(?:${clingingLetter}|[:=@]\\d| ?[\\p{Sc}%°])|${clingingLetter}\\d`, 'u')

const dates =
  /(?<![\d.+-])(?:\d\d?([./-])\d\d?\1(?:19|20)\d\d|(?:19|20)\d\d([./-])\d\d?\2\d\d?)(?![./-]?\d)/g

/** A new line, a comma or a word ends a run. What follows is another number. */
export function runsOf(text: string): NumberRun[] {
  const undated = text.replace(dates, '\n')
  const plain = /\d/.test(undated) ? undated : text
  return [...plain.matchAll(runs)].map(({ 0: text, index }) => {
    const end = index + text.length
    const ext = extension.exec(plain.slice(end))
    const around = plain.slice(Math.max(index - 2, 0), ext ? end : end + 2)
    const isBeforeWord = /^\p{L}/u.test(plain.slice(end))
    return { text, ext: ext?.[1], isGlued: glue.test(around), isBeforeWord }
  })
}
