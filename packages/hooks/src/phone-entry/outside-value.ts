import { warnOnce } from '../lib/developer-message.ts'
import { significant } from './read-number.ts'

/** What an app gives as `value`. Undefined says nothing; null and `''` empty the field. */
export type GivenValue = string | null | undefined

/** What the field has now, to be compared with a value from outside. */
export interface FieldNow {
  /** E.164. */
  readonly value: string | undefined
  readonly text: string
  readonly digits: string
  /** What stands in the input, which may be a composition. */
  readonly inputText: string | undefined
}

/** The `value` that the app gives: followed when it changes to something the field did not say. */
export interface OutsideValue {
  /** The app was told of a change: its next value may be the answer. */
  readonly expectEcho: () => void
  /** The value to set; undefined leaves the field as it is. */
  readonly follow: (value: GivenValue, field: FieldNow) => string | undefined
}

export function createOutsideValue(initial: GivenValue): OutsideValue {
  let last = initial
  let isEchoDue = false
  /** The app gives back the text, as `onChange` of an input tells it, and not the number. */
  let isText = false
  return {
    expectEcho() {
      isEchoDue = true
    },
    follow(value, { value: number, text, digits, inputText }) {
      const isEcho = isEchoDue
      isEchoDue = false
      if (value === last) return undefined
      // Nothing after nothing clears what is not a number yet. Undefined clears nothing.
      const isClearing = (value === '' || value === null) && (!last || isText)
      last = value
      const isOwn =
        value === text ||
        value === inputText ||
        (Boolean(value) && significant(value ?? '') === digits)
      isText = isOwn && value !== number
      if (isOwn) return undefined
      warnUnlessE164(value)
      const isSame = (value || undefined) === number
      return isSame && (!isClearing || isEcho) ? undefined : (value ?? '')
    },
  }
}

/** An id of a database may come as a number, from callers without types. */
export const givenText = (value: GivenValue): GivenValue =>
  typeof value === 'number' ? String(value) : value

export function warnUnlessE164(value: GivenValue): void {
  if (!value || /^\+\d+$/.test(value)) return
  warnOnce({
    what: `<PhoneEntry> got the value "${value}", which is not E.164.`,
    why: 'It is read like a paste, in the default country, and may become another number.',
    fix: 'Pass what onValueChange gave, such as "+447860021130".',
  })
}
