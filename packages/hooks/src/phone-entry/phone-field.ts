import type { Clock } from '@phoneproof/client'
import type { CountryCode } from 'libphonenumber-js/core'
import { createStore, type Store } from '../lib/create-store.ts'
import { nextFrame } from '../lib/next-frame.ts'
import { noInputYet } from './before-input.ts'
import { endComposition, noComposition, overrule } from './composition.ts'
import { warnUnlessE164 } from './developer-warnings.ts'
import { watchForm, type FormAround, type FormHandlers } from './form-around.ts'
import { listenToInput } from './input-events.ts'
import { nameForScripts, retellText, showText, tellInput } from './input-text.ts'
import { isNews, type KnownNumber, type NumberNow } from './known-number.ts'
import { followValue, givenText, type GivenValue, type OutsideValue } from './outside-value.ts'
import type { PhoneEntryDetails, PhoneReason } from './phone-detail.ts'
import {
  initialPhoneState,
  phoneTransition,
  phoneView,
  type PhoneEntryAction,
  type PhoneEntryRules,
  type PhoneEntryState,
} from './phone-entry.state.ts'
import { createPhoneViews, type PhoneViews } from './phone-views.ts'
import { isCountry } from './read-number.ts'
import { holdForMetadata } from './submit-hold.ts'

export type PhoneChangeHandler = (value: string | undefined, details: PhoneEntryDetails) => void

/** What each render brings. */
export interface PhoneFieldProps {
  /** What edits are judged by. */
  readonly rules: PhoneEntryRules
  readonly value: GivenValue
  readonly name: string | undefined
  readonly onValueChange: PhoneChangeHandler | undefined
}

/** The state of one field, and the one place that writes to its input. */
export interface PhoneField extends PhoneViews {
  readonly state: Store<PhoneEntryState>
  /** After each render. */
  readonly update: (props: PhoneFieldProps) => void
  readonly pick: (country: string | undefined) => void
  /** Takes text as if it were pasted over everything. */
  readonly fill: (text: string) => void
  readonly attach: (input: HTMLInputElement | null) => void
  readonly input: () => HTMLInputElement | undefined
  readonly focus: () => void
  /**
   * From now on the field may say what is wrong, but not while a button of a pointer is down: a
   * message between press and release would move the button that is being pressed.
   */
  readonly judge: () => void
  /** The person wants to submit the form: more than a script that looks at its validity. */
  readonly isAsked: () => boolean
  /**
   * A default country that arrives late counts until there are digits that were read with another.
   */
  readonly settle: (fallback: CountryCode | undefined) => CountryCode | undefined
}

export interface PhoneFieldStart {
  /** From outside, and followed when it changes. */
  readonly value?: GivenValue
  /** Where it starts without one, and what a form reset brings back. */
  readonly defaultValue?: GivenValue
}

export function createPhoneField(
  start: PhoneFieldStart,
  initialRules: PhoneEntryRules,
  clock: Clock,
): PhoneField {
  const initialValue = givenText(start.value ?? start.defaultValue) ?? ''
  warnUnlessE164(initialValue)
  const reset: PhoneEntryAction = { type: 'RESET', value: initialValue }
  let rules = initialRules
  let props: PhoneFieldProps | undefined
  let { fallback } = initialRules
  let input: HTMLInputElement | undefined
  let lastInput: HTMLInputElement | undefined
  let listening: AbortController | undefined
  let isJudgeDue = false
  /** The number was in the input before this script ran. */
  let isAdopted = false

  const composition = noComposition()
  const around = { composition, before: noInputYet() }
  const form: FormAround = { isPressed: false, isAsked: false }
  const { viewOf, detailOf } = createPhoneViews()
  const outside: OutsideValue = {
    last: givenText(start.value),
    isText: false,
    isEchoDue: false,
  }
  const state = createStore(
    phoneTransition(initialPhoneState, { type: 'SET', value: initialValue }, rules),
  )
  const view = () => viewOf(state.getSnapshot(), rules)
  const now = (): NumberNow => ({
    value: view().value,
    ...detailOf(state.getSnapshot(), rules),
  })
  const known: KnownNumber = { last: now(), isTouched: false }

  /** Not while something is composed: what the input method holds must stay as it is. */
  function draw(isCaretMoved: boolean, isHeard: boolean): void {
    if (!input || composition.isOpen) return
    const { digits, caret, isInserted } = state.getSnapshot()
    const count = isCaretMoved ? Math.min(caret, digits.length) : undefined
    showText(input, { text: view().text, caret: count, isInserted }, isHeard)
  }

  function tell(reason: PhoneReason, event?: Event): void {
    const told = now()
    const { value, ...detail } = told
    outside.isEchoDue = true
    known.last = told
    props?.onValueChange?.(value, { ...detail, reason, event })
  }

  function step(action: PhoneEntryAction): PhoneEntryState {
    const next = phoneTransition(state.getSnapshot(), action, rules)
    if (next.digits !== state.getSnapshot().digits) overrule(composition)
    state.set(next)
    return next
  }

  function send(action: PhoneEntryAction, reason: PhoneReason, event?: Event): void {
    const before = state.getSnapshot()
    const shown = input?.value
    const next = step(action)
    const isOther = next.digits !== before.digits
    // An edit that changes no digit has moved the caret, and the text is put back.
    const isEdit = action.type === 'EDIT' || action.type === 'INSERT'
    // A form that is reset tells its inputs nothing.
    const isHeard = reason !== 'form-reset'
    draw(isEdit || isOther, isHeard)
    if (isOther || next.picked !== before.picked || next.ext !== before.ext) {
      known.isTouched = true
      tell(reason, event)
    }
    const isTold = event?.type === 'input' || event?.type === 'change'
    if (isHeard && !isTold && input?.value !== shown) tellInput(input)
  }

  function follow(value: GivenValue): void {
    const { digits } = state.getSnapshot()
    const next = followValue(outside, value, { ...view(), digits, inputText: input?.value })
    if (next === undefined) return
    step({ type: 'SET', value: next })
    known.last = now()
    known.isTouched = false
  }

  function judge(): void {
    isJudgeDue = form.isPressed
    if (!isJudgeDue) step({ type: 'JUDGE' })
  }

  const handlers: FormHandlers = {
    textOnReset: () => phoneView(phoneTransition(state.getSnapshot(), reset, rules), rules).text,
    onReset: (event) => send(reset, 'form-reset', event),
    onRelease() {
      // The click comes between this event and the next frame.
      if (isJudgeDue && input) nextFrame(input, judge)
    },
    holdSubmit() {
      if (rules.metadata.isFull || input?.disabled || view().value === undefined) return undefined
      const { digits, picked } = state.getSnapshot()
      // By then React has rendered, in a microtask of its own, what the metadata says.
      return holdForMetadata(clock).then(() => {
        const then = state.getSnapshot()
        // Nobody asked to submit a number that was edited meanwhile.
        return input !== undefined && then.digits === digits && then.picked === picked
      })
    },
  }

  return {
    state,
    viewOf,
    detailOf,
    update(next) {
      const reason = next.rules.metadata === rules.metadata ? 'imperative-action' : 'metadata-load'
      const isFirstTold = isAdopted
      isAdopted = false
      props = next
      rules = next.rules
      follow(givenText(next.value))
      draw(false, false)
      if (isFirstTold) tell('input-autofill')
      else if (isNews(known, now(), reason)) tell(reason)
      else known.last = now()
      if (isFirstTold && input) retellText(input, view().text)
    },
    pick(country) {
      const isKnown = country === undefined || isCountry(country, rules.metadata.plans)
      if (isKnown) send({ type: 'PICK', country }, 'item-press')
    },
    fill: (text) => send(insertAll(text, false), 'imperative-action'),
    attach(element) {
      listening?.abort()
      input = element ?? undefined
      if (!input) return
      // A ref that is new with each render takes the same input off and on.
      if (input !== lastInput) endComposition(composition)
      nameForScripts(input, () => props?.name)
      listening = new AbortController()
      const { signal } = listening
      const putBack = () => {
        draw(true, true)
        tellInput(input)
      }
      listenToInput(input, around, { text: () => view().text, send, putBack }, signal)
      watchForm(input, form, handlers, signal)
      if (lastInput) draw(false, false)
      else if (input.value !== view().text) {
        // Typed or restored by the browser before this script ran.
        step(insertAll(input.value, true))
        known.isTouched = true
        isAdopted = true
      }
      lastInput = input
    },
    input: () => input,
    focus: () => input?.focus(),
    judge,
    isAsked: () => form.isAsked,
    settle(next) {
      if (state.getSnapshot().digits === '' || fallback === undefined) fallback = next
      return fallback
    },
  }
}

/** Text in the place of all there was. */
const insertAll = (text: string, isAutofill: boolean): PhoneEntryAction => ({
  type: 'INSERT',
  text,
  from: 0,
  caret: text.length,
  isAutofill,
})
