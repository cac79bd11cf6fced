import { warnUnlessE164 } from './developer-warnings.ts'
import { significant } from './read-number.ts'

/** What an app gives as `value`. Undefined says nothing; null and `''` empty the field. */
export type GivenValue = string | null | undefined

/** The `value` that the app gives: followed when it changes to something the field did not say. */
export interface OutsideValue {
  last: GivenValue
  /** The app gives back the text, as `onChange` of an input tells it, and not the number. */
  isText: boolean
  /** The app was told of a change: its next value may be the answer. */
  isEchoDue: boolean
}

/** What the field has now, to be compared with a value from outside. */
export interface FieldNow {
  /** E.164. */
  readonly value: string | undefined
  readonly text: string
  readonly digits: string
  /** What stands in the input, which may be a composition. */
  readonly inputText: string | undefined
}

/** The value to set when the app gives this one; undefined leaves the field as it is. */
export function followValue(
  outside: OutsideValue,
  given: GivenValue,
  { value, text, digits, inputText }: FieldNow,
): string | undefined {
  const { last, isEchoDue, isText } = outside
  outside.isEchoDue = false
  if (given === last) return undefined
  const isOwn =
    given === text || given === inputText || (Boolean(given) && significant(given ?? '') === digits)
  outside.last = given
  outside.isText = isOwn && given !== value
  if (isOwn) return undefined
  warnUnlessE164(given)
  // Nothing after nothing clears what is not a number yet. Undefined clears nothing.
  const isClearing = (given === '' || given === null) && (!last || isText) && !isEchoDue
  return (given || undefined) === value && !isClearing ? undefined : (given ?? '')
}

/** An id of a database may come as a number, from callers without types. */
export const givenText = (value: GivenValue): GivenValue =>
  typeof value === 'number' ? String(value) : value
