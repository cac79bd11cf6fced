import type { Clock } from '@phoneproof/client'
import type { CountryCode } from 'libphonenumber-js/core'
import type { Ref } from 'react'
import { createStore, type Store } from '../lib/create-store.ts'
import { warnOnce } from '../lib/developer-message.ts'
import { nextFrame } from '../lib/next-frame.ts'
import { watchForm, type FormAround, type FormHandlers } from './form-around.ts'
import { caretAfter } from './format-digits.ts'
import { listenToInput, type InputAround } from './input-events.ts'
import { loadNumberMetadata } from './number-metadata.ts'
import {
  phoneDetail,
  type PhoneDetail,
  type PhoneEntryDetails,
  type PhoneReason,
} from './phone-detail.ts'
import {
  initialPhoneState,
  phoneTransition,
  phoneView,
  type PhoneEntryEvent,
  type PhoneEntryRules,
  type PhoneEntryState,
  type PhoneView,
} from './phone-entry.state.ts'
import { isCountry, significant } from './read-number.ts'

export type PhoneChangeHandler = (value: string | undefined, details: PhoneEntryDetails) => void

/** The state of one field, and the one place that writes to its input. */
export interface PhoneField {
  readonly state: Store<PhoneEntryState>
  /** Worked out once for each state: an event and the render after it ask for the same. */
  readonly viewOf: (state: PhoneEntryState, rules: PhoneEntryRules) => PhoneView
  readonly detailOf: (state: PhoneEntryState, rules: PhoneEntryRules) => PhoneDetail
  /** After each render: what edits are judged by, who hears of them, and the value from outside. */
  readonly update: (
    rules: PhoneEntryRules,
    onChange: PhoneChangeHandler | undefined,
    value: string | null | undefined,
    ref: Ref<HTMLInputElement> | undefined,
    name: string | undefined,
  ) => void
  readonly pick: (country: string | undefined) => void
  /** Takes text as if it were pasted over everything. */
  readonly fill: (text: string) => void
  readonly attach: (input: HTMLInputElement | null) => void
  readonly input: () => HTMLInputElement | undefined
  readonly focus: () => void
  /**
   * From now on what is wrong may be said: once no button of a pointer is down. A message that
   * appears between press and release would move the button that is being pressed away.
   */
  readonly judge: () => void
  /** The person asks the form to go on: more than a look at its validity. */
  readonly isAsked: () => boolean
  /** A default country that arrives late counts until there are digits that were read with another. */
  readonly settle: (fallback: CountryCode | undefined) => CountryCode | undefined
}

export interface PhoneFieldStart {
  /** From outside, and followed when it changes. */
  readonly value?: string | null | undefined
  /** Where it starts without one, and goes back to. */
  readonly defaultValue?: string | null | undefined
}

/** Nobody waits longer for metadata that may not come; the number is judged by its length then. */
const longestHold = 4000

export function createPhoneField(
  start: PhoneFieldStart,
  initialRules: PhoneEntryRules,
  clock: Clock,
): PhoneField {
  let rules = initialRules
  let onChange: PhoneChangeHandler | undefined
  let input: HTMLInputElement | undefined
  let listening: AbortController | undefined
  let handed: Ref<HTMLInputElement> | undefined
  const around: FormAround & InputAround = {
    isPressed: false,
    isAsked: false,
    isComposing: false,
    isOverruled: false,
  }
  let name: string | undefined
  let isWaiting = false
  let isAdopted = false
  /** Somebody has changed what is in it since it was given. */
  let isTouched = false
  const initialValue = textOf(start.value ?? start.defaultValue) ?? ''
  let outside = textOf(start.value)
  /** The parent gives back the text, as `onChange` of an input tells it, and not the number. */
  let isTextOutside = false
  checkValue(initialValue)
  let { fallback } = initialRules
  /** Why the number is judged otherwise at the next render, if it is. */
  let pending: PhoneReason | undefined
  /** A parent that holds the value gives it back with the next render. */
  let isEchoDue = false
  let last: [PhoneEntryState, PhoneEntryRules, PhoneView] | undefined
  let lastDetail: [PhoneView, PhoneDetail] | undefined

  const initial = phoneTransition(
    initialPhoneState,
    { type: 'SET', value: initialValue },
    initialRules,
  )
  const state = createStore(initial)

  function viewOf(of: PhoneEntryState, by: PhoneEntryRules): PhoneView {
    if (last?.[0] !== of || last[1] !== by) last = [of, by, phoneView(of, by)]
    return last[2]
  }
  const view = () => viewOf(state.getSnapshot(), rules)

  function detailOf(of: PhoneEntryState, by: PhoneEntryRules): PhoneDetail {
    const seen = viewOf(of, by)
    if (lastDetail?.[0] !== seen) lastDetail = [seen, phoneDetail(of, seen, by)]
    return lastDetail[1]
  }
  const toTell = () => ({ value: view().value, ...detailOf(state.getSnapshot(), rules) })
  /** As it was told last, or was given. */
  let told = toTell()

  /**
   * At once, not with React's next commit: the next key may come before it. `isTold`: past the value
   * setter, so that React finds a change when the event reaches it, or the one that comes.
   */
  function draw(isCaretMoved: boolean, isTold = false): void {
    if (!input || around.isComposing) return
    const { text } = view()
    const { digits, caret, isInserted } = state.getSnapshot()
    if (input.value === text && !isCaretMoved) return
    // Reformatted without an edit, the caret stays between the digits it is between.
    const left = significant(input.value.slice(0, input.selectionStart ?? 0)).length
    if (!isTold) input.value = text
    else if (input.value !== text) input.setRangeText(text, 0, input.value.length)
    // Safari would give it the focus.
    if (!input.matches(':focus')) return
    const count = isCaretMoved ? Math.min(caret, digits.length) : left
    const position = caretAfter(text, count, isInserted)
    input.setSelectionRange(position, position)
  }

  /** As the browser does for a key: `onChange` of the app hears nothing else. */
  const tellInput = () => input?.dispatchEvent(new Event('input', { bubbles: true }))

  function emit(reason: PhoneReason, event?: Event): void {
    isEchoDue = true
    told = toTell()
    const { value, ...detail } = told
    onChange?.(value, { ...detail, reason, event })
  }

  /** What is being composed was begun in other digits, and is none of these. */
  function put(next: PhoneEntryState): void {
    around.isOverruled ||= around.isComposing && next.digits !== state.getSnapshot().digits
    state.set(next)
  }

  function send(event: PhoneEntryEvent, reason: PhoneReason, cause?: Event): void {
    const before = state.getSnapshot()
    const next = phoneTransition(before, event, rules)
    put(next)
    // Of an edit that changes no digit, the text is put back as well, and the caret left beside it.
    const isEdit = event.type === 'EDIT' || event.type === 'INSERT'
    const isOther =
      next.digits !== before.digits || next.picked !== before.picked || next.ext !== before.ext
    // A form that is reset tells its inputs nothing.
    const isTold = reason !== 'form-reset'
    const isHeard = !isTold || cause?.type === 'input' || cause?.type === 'change'
    const shown = input?.value
    draw(isEdit || next.digits !== before.digits, isTold)
    if (isOther) {
      isTouched = true
      emit(reason, cause)
    }
    if (!isHeard && input?.value !== shown) tellInput()
  }

  const handlers: FormHandlers = {
    textOnReset: () => phoneView(phoneTransition(state.getSnapshot(), reset, rules), rules).text,
    onReset: (event) => send(reset, 'form-reset', event),
    onRelease() {
      // The click comes between this event and the next frame.
      if (isWaiting && input) nextFrame(input, field.judge)
    },
    holdSubmit() {
      if (rules.metadata.isFull || input?.disabled || view().value === undefined) return undefined
      const { digits, picked } = state.getSnapshot()
      // By then React has rendered, in a microtask of its own, what the metadata says.
      return metadataInTime().then(() => {
        const now = state.getSnapshot()
        // Going on with a number that was edited meanwhile would be nobody's wish.
        return input !== undefined && now.digits === digits && now.picked === picked
      })
    },
  }
  const reset: PhoneEntryEvent = { type: 'RESET', value: initialValue }

  async function metadataInTime(): Promise<void> {
    let timer: unknown
    const timeIsUp = new Promise<void>((done) => {
      timer = clock.setTimeout(done, longestHold)
    })
    await Promise.race([loadNumberMetadata(), timeIsUp])
    clock.clearTimeout(timer)
  }

  /** Takes over a value from outside that is neither our own nor the one from last time. */
  function follow(value: string | null | undefined): void {
    const isEcho = isEchoDue
    isEchoDue = false
    if (value === outside) return
    const { value: number, text } = view()
    // Nothing after nothing is an order to clear what is not a number yet; undefined is none.
    const isCleared = value === '' || value === null ? !outside || isTextOutside : false
    outside = value
    const isSame = () => Boolean(value) && significant(value ?? '') === state.getSnapshot().digits
    const isOurText = value === text || value === input?.value || isSame()
    isTextOutside = isOurText && value !== number
    if (isOurText) return
    checkValue(value)
    if ((value || undefined) === number && (!isCleared || isEcho)) return
    put(phoneTransition(state.getSnapshot(), { type: 'SET', value: value ?? '' }, rules))
    isTouched = false
    told = toTell()
  }

  const field: PhoneField = {
    state,
    viewOf,
    detailOf,
    update(nextRules, nextOnChange, value, ref, nextName) {
      handed = ref
      name = nextName
      const adopted = pending
      const reason =
        adopted ?? (nextRules.metadata === rules.metadata ? 'imperative-action' : 'metadata-load')
      pending = undefined
      rules = nextRules
      onChange = nextOnChange
      follow(textOf(value))
      draw(false)
      const now = toTell()
      const isOther = (['value', 'status', 'country', 'type'] as const).some(
        (key) => now[key] !== told[key],
      )
      // An empty field is nobody's number, wherever it may start; and of a number that nobody
      // touched there is no news in what is known of it.
      const isNews = now.text !== '' && (reason !== 'metadata-load' || isTouched)
      if (adopted !== undefined || (isOther && isNews)) emit(reason)
      else told = now
      if (adopted === undefined || !input) return
      // React has taken what it found for its own.
      const { selectionStart, selectionEnd } = input
      input.value = `${now.text} `
      input.setRangeText(now.text, 0, now.text.length + 1)
      if (input.matches(':focus')) input.setSelectionRange(selectionStart, selectionEnd)
      tellInput()
    },
    pick(country) {
      const isKnown = country === undefined || isCountry(country, rules.metadata.plans)
      if (isKnown) send({ type: 'PICK', country }, 'item-press')
    },
    fill: (text) => send(whole(text, false), 'imperative-action'),
    attach(element) {
      listening?.abort()
      input = element ?? undefined
      // Another input later, without another ref: nobody else would tell it.
      if (typeof handed === 'object' && handed) handed.current = element
      else if (element) handed?.(element)
      if (!input) return
      nameForScripts(input, () => name)
      listening = new AbortController()
      const { signal } = listening
      const putBack = () => {
        draw(true, true)
        tellInput()
      }
      listenToInput(input, around, { text: () => view().text, send, putBack }, signal)
      watchForm(input, around, handlers, signal)
      const isFirst = !isAdopted
      isAdopted = true
      if (!isFirst) draw(false)
      else if (input.value !== view().text) {
        // Typed or restored by the browser before this script ran.
        state.set(phoneTransition(state.getSnapshot(), whole(input.value, true), rules))
        isTouched = true
        pending = 'input-autofill'
      }
    },
    input: () => input,
    focus: () => input?.focus(),
    judge() {
      isWaiting = around.isPressed
      if (!isWaiting) state.set(phoneTransition(state.getSnapshot(), { type: 'JUDGE' }, rules))
    },
    isAsked: () => around.isAsked,
    settle(next) {
      if (state.getSnapshot().digits === '' || fallback === undefined) fallback = next
      return fallback
    },
  }
  return field
}

/** Text in the place of all there was. */
const whole = (text: string, isAutofill: boolean): PhoneEntryEvent => ({
  type: 'INSERT',
  text,
  from: 0,
  caret: text.length,
  isAutofill,
})

/** An id of a database may come as a number. */
const textOf = (value: string | null | undefined): string | null | undefined =>
  typeof value === 'number' ? String(value) : value

/**
 * `event.target.name`, by which Formik finds its field. The attribute is on the hidden input: two of
 * one name would both be submitted.
 */
function nameForScripts(input: HTMLInputElement, name: () => string | undefined): void {
  Object.defineProperty(input, 'name', {
    configurable: true,
    get: () => input.getAttribute('name') ?? name() ?? '',
    set(next: string) {
      input.setAttribute('name', next)
    },
  })
}

function checkValue(value: string | null | undefined): void {
  if (!value || /^\+\d+$/.test(value)) return
  warnOnce({
    what: `<PhoneEntry> got the value "${value}", which is not E.164.`,
    why: 'It is read like a paste, in the default country, and may become another number.',
    fix: 'Pass what onValueChange gave, such as "+447860021130".',
  })
}
