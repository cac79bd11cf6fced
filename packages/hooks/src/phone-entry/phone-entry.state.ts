import type { CountryCode } from 'libphonenumber-js/core'
import { baseCountry, countryShown } from './country-shown.ts'
import { noHistory, remember, stepBack, stepForward, type EditHistory } from './edit-history.ts'
import { shownText } from './format-digits.ts'
import { judgeNumber, type NumberRules, type PhoneStatus } from './judge-number.ts'
import type { PhoneRefusal } from './phone-entry.messages.ts'
import { callingCodeOf, readNumber, significant, type Reading } from './read-number.ts'
import { resolveBulk } from './resolve-bulk.ts'

export interface PhoneEntryState {
  /**
   * Digits, after a `+` if there is one. The text follows from them, the country and the metadata.
   */
  readonly digits: string
  /** Significant characters left of the caret after the last edit. */
  readonly caret: number
  /** The last edit put something in: the caret skips the punctuation after it. */
  readonly isInserted: boolean
  /** Null: *International* was picked. */
  readonly picked: CountryCode | null | undefined
  readonly ext: string | undefined
  /** What the last edit left out. */
  readonly refused: PhoneRefusal | undefined
  readonly history: EditHistory
  /** The field was left or submitted: its problem may be shown from now on. */
  readonly isJudged: boolean
}

export interface PhoneEntryRules extends NumberRules {
  /** Where the field starts: the default country, or the browser's. */
  readonly fallback: CountryCode | undefined
}

export type PhoneEntryAction =
  /** The text of the field after an edit, and the caret in it. */
  | { type: 'EDIT'; text: string; caret: number; removed?: Removal | undefined }
  /** Text that arrived at once. `from`: where it starts in `text`, which ends it at the caret. */
  | { type: 'INSERT'; text: string; from: number; caret: number; isAutofill: boolean }
  /** A key that is no part of a number. */
  | { type: 'REFUSE' }
  | { type: 'PICK'; country: CountryCode | undefined }
  | { type: 'SET'; value: string }
  /** The form was reset. */
  | { type: 'RESET'; value: string }
  | { type: 'JUDGE' }
  | { type: 'UNDO' }
  | { type: 'REDO' }

/** What was deleted: by a key, before or behind the caret; or in any other way, such as a cut. */
export type Removal = 'back' | 'forward' | 'other'

export const initialPhoneState: PhoneEntryState = {
  digits: '',
  caret: 0,
  isInserted: false,
  picked: undefined,
  ext: undefined,
  refused: undefined,
  history: noHistory,
  isJudged: false,
}

/** What the person sees, and the value: all that follows from a state and the rules. */
export interface PhoneView {
  readonly text: string
  readonly reading: Reading
  readonly country: CountryCode | undefined
  readonly status: PhoneStatus
  /** E.164, once the number has a possible length and an allowed country. */
  readonly value: string | undefined
}

export function phoneView(state: PhoneEntryState, rules: PhoneEntryRules): PhoneView {
  const { plans } = rules.metadata
  const base = baseOf(state, rules)
  const reading = readNumber(state.digits, base, plans)
  const shown = countryShown(reading, { picked: state.picked, fallback: rules.fallback }, plans)
  const status = judgeNumber(reading, rules)
  const isUsable = ['ok', 'invalid', 'wrongType'].includes(status)
  const isListed = shown === undefined || (rules.countries?.includes(shown) ?? true)
  return {
    text: shownText(reading, base, plans),
    reading,
    country: isListed ? shown : undefined,
    status,
    value: isUsable ? reading.number?.number : undefined,
  }
}

/** An action that changes nothing returns the same state. */
export function phoneTransition(
  state: PhoneEntryState,
  action: PhoneEntryAction,
  rules: PhoneEntryRules,
): PhoneEntryState {
  switch (action.type) {
    case 'EDIT':
      return edit(state, action)
    case 'INSERT':
      return insert(state, action, rules)
    case 'REFUSE':
      return state.refused === 'letters' ? state : { ...state, refused: 'letters' }
    case 'PICK':
      return pick(state, action.country, rules)
    case 'SET': {
      const { picked, isJudged } = state
      return { ...initialPhoneState, picked, isJudged, ...fromValue(action.value, state, rules) }
    }
    case 'RESET':
      return { ...initialPhoneState, ...fromValue(action.value, initialPhoneState, rules) }
    case 'JUDGE':
      return state.isJudged ? state : { ...state, isJudged: true }
    case 'UNDO':
    case 'REDO': {
      const step = action.type === 'UNDO' ? stepBack : stepForward
      const found = step(state.history, state)
      if (!found) return state
      const { digits, caret } = found.step
      return { ...quiet(state), digits, caret, isInserted: false, history: found.history }
    }
  }
}

const quiet = (state: PhoneEntryState): PhoneEntryState => ({
  ...state,
  ext: undefined,
  refused: undefined,
})

const baseOf = (state: PhoneEntryState, rules: PhoneEntryRules): CountryCode | undefined =>
  baseCountry({ picked: state.picked, fallback: rules.fallback })

function change(
  state: PhoneEntryState,
  to: { digits: string; caret: number; isInserted: boolean },
): PhoneEntryState {
  // The browser has moved the caret all the same.
  if (to.digits === state.digits) return { ...state, ...to }
  return { ...quiet(state), ...to, history: remember(state.history, state) }
}

function edit(
  state: PhoneEntryState,
  { text, caret, removed }: Extract<PhoneEntryAction, { type: 'EDIT' }>,
): PhoneEntryState {
  const digits = significant(text)
  const before = significant(text.slice(0, caret)).length
  // Only punctuation went: take the digit beside it, or the key would seem dead.
  const isDead = digits === state.digits && (removed === 'back' || removed === 'forward')
  const at = removed === 'back' ? before - 1 : before
  if (!isDead || at < 0) return change(state, { digits, caret: before, isInserted: !removed })
  const shorter = digits.slice(0, at) + digits.slice(at + 1)
  return change(state, { digits: shorter, caret: at, isInserted: false })
}

function insert(
  state: PhoneEntryState,
  action: Extract<PhoneEntryAction, { type: 'INSERT' }>,
  rules: PhoneEntryRules,
): PhoneEntryState {
  const { plans } = rules.metadata
  const shown = phoneView(state, rules).country
  const place = { plans, base: baseOf(state, rules), shown, isAutofill: action.isAutofill }
  const before = significant(action.text.slice(0, action.from))
  const piece = action.text.slice(action.from, action.caret)
  const behind = significant(action.text.slice(action.caret))
  const own = resolveBulk(piece, place)
  // Only the digits around it: the punctuation is ours, and says nothing about the piece.
  const whole = resolveBulk(before + piece + behind, place)
  // A piece that begins with + or 0 is a number of its own, even if it would make one with the
  // rest.
  const isWhole = !own.isNumber || (whole.isNumber && !/^[+0]/.test(significant(piece)))
  const { digits, ext, hasLetters } = isWhole ? whole : own
  if (digits === undefined) {
    const isInserted = /[^\d]$/.test(action.text.slice(0, action.from))
    const refused = hasLetters ? 'letters' : undefined
    return { ...state, caret: before.length, isInserted, refused }
  }
  const after = isWhole ? behind.length : 0
  const changed = change(state, {
    digits,
    caret: Math.max(digits.length - after, 0),
    isInserted: true,
  })
  return { ...changed, ext, refused: ext === undefined ? undefined : 'extension' }
}

/** National digits are read anew; an international number gets the new calling code. */
function pick(
  state: PhoneEntryState,
  country: CountryCode | undefined,
  rules: PhoneEntryRules,
): PhoneEntryState {
  const { plans } = rules.metadata
  const { reading } = phoneView(state, rules)
  const next = { ...quiet(state), picked: country ?? null }
  const callingCode = callingCodeOf(country, plans)
  if (!reading.isInternational || callingCode === undefined) return next
  if (callingCode === reading.callingCode) return next
  const national =
    reading.number?.nationalNumber ??
    (reading.partial ?? '').slice(1 + (reading.callingCode ?? '').length)
  const isBeginning = reading.callingCode === undefined && callingCode.startsWith(national)
  const digits = `+${callingCode}${isBeginning ? '' : national}`
  return change(next, { digits, caret: digits.length, isInserted: true })
}

/** From outside: E.164, or something else that was given in its place. */
function fromValue(
  value: string,
  state: PhoneEntryState,
  rules: PhoneEntryRules,
): Pick<PhoneEntryState, 'digits' | 'caret' | 'ext'> {
  if (/^\+\d*$/.test(value)) return { digits: value, caret: value.length, ext: undefined }
  const { plans } = rules.metadata
  const base = baseOf(state, rules)
  const { digits = '', ext } = resolveBulk(value, { plans, base, shown: base, isAutofill: false })
  return { digits, caret: digits.length, ext }
}
