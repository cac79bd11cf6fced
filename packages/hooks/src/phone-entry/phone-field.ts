import type { CountryCode } from 'libphonenumber-js/core'
import { reasonOf } from '../code-input/change-reason.ts'
import { significant } from './read-number.ts'
import { createStore, type Store } from '../lib/create-store.ts'
import { warnOnce } from '../lib/developer-message.ts'
import { historyKey } from './edit-history.ts'
import { caretAfter } from './format-digits.ts'
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

export type PhoneChangeHandler = (value: string | undefined, details: PhoneEntryDetails) => void

/** The state of one field, and the one place that writes to its input. */
export interface PhoneField {
  readonly state: Store<PhoneEntryState>
  /** Worked out once for each state: an event and the render after it ask for the same. */
  readonly viewOf: (state: PhoneEntryState, rules: PhoneEntryRules) => PhoneView
  readonly detailOf: (state: PhoneEntryState, rules: PhoneEntryRules) => PhoneDetail
  /** After each render: what edits are judged by, and who hears of them. */
  readonly update: (rules: PhoneEntryRules, onChange: PhoneChangeHandler | undefined) => void
  /** Takes over a value from outside that is neither our own nor the one from last time. */
  readonly follow: (value: string | null | undefined) => void
  readonly pick: (country: CountryCode | undefined) => void
  /** Takes text as if it were pasted over everything. */
  readonly fill: (text: string, reason: PhoneReason) => void
  readonly attach: (input: HTMLInputElement | null) => void
  readonly input: () => HTMLInputElement | undefined
  /**
   * From now on what is wrong may be said: once no button of a pointer is down. A message that
   * appears between press and release would move the button that is being pressed away.
   */
  readonly judge: () => void
  /** A default country that arrives late counts until there are digits that were read with another. */
  readonly settle: (fallback: CountryCode | undefined) => CountryCode | undefined
}

export interface PhoneFieldStart {
  /** From outside, and followed when it changes. */
  readonly value: string | null | undefined
  /** Where it starts without one, and goes back to. */
  readonly defaultValue: string | null | undefined
}

export function createPhoneField(
  start: PhoneFieldStart,
  initialRules: PhoneEntryRules,
): PhoneField {
  let rules = initialRules
  let onChange: PhoneChangeHandler | undefined
  let input: HTMLInputElement | undefined
  let listening: AbortController | undefined
  let isComposing = false
  let isPressed = false
  let isWaiting = false
  /** Where an insertion starts: nothing in the input event tells. */
  let selectionStart = 0
  const initialValue = start.value ?? start.defaultValue ?? ''
  let outside = start.value
  checkValue(initialValue)
  let { fallback } = initialRules
  let emitted: string | undefined
  /** Why the value is another one at the next render, if it is. */
  let pending: PhoneReason = 'loaded'
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
  emitted = view().value

  /** At once, not with React's next commit: the next key may come before it. */
  function draw(isCaretMoved: boolean): void {
    if (!input || isComposing) return
    const { text } = view()
    const { digits, caret, isInserted } = state.getSnapshot()
    if (input.value === text && !isCaretMoved) return
    // Reformatted without an edit, the caret stays between the digits it is between.
    const left = significant(input.value.slice(0, input.selectionStart ?? 0)).length
    input.value = text
    if (input.ownerDocument.activeElement !== input) return
    const count = isCaretMoved ? Math.min(caret, digits.length) : left
    const position = caretAfter(text, count, isInserted)
    input.setSelectionRange(position, position)
  }

  function emit(reason: PhoneReason, event?: Event): void {
    emitted = view().value
    onChange?.(emitted, { ...detailOf(state.getSnapshot(), rules), reason, event })
  }

  function send(event: PhoneEntryEvent, reason: PhoneReason, cause?: Event): void {
    const before = state.getSnapshot()
    const next = phoneTransition(before, event, rules)
    state.set(next)
    draw(next.digits !== before.digits)
    if (next.digits !== before.digits || next.picked !== before.picked) emit(reason, cause)
  }

  function onBeforeInput(event: InputEvent): void {
    selectionStart = input?.selectionStart ?? 0
    const { inputType, data } = event
    if (inputType === 'historyUndo' || inputType === 'historyRedo') {
      event.preventDefault()
      send({ type: inputType === 'historyUndo' ? 'UNDO' : 'REDO' }, 'undone', event)
    }
    if (inputType !== 'insertText' || event.isComposing || !data) return
    const isPlus = /^[+\uFF0B]$/.test(data) && selectionStart === 0
    if (isPlus || /\p{Nd}/u.test(data)) return
    // What cannot stand in a number never gets in: text, caret and selection stay as they are.
    event.preventDefault()
    if (/\p{L}/u.test(data)) send({ type: 'REFUSE' }, 'typed', event)
  }

  function onInput(event: Event): void {
    if (!input || isComposing || input.value === view().text) return
    const { inputType = '', data } = event as Partial<InputEvent>
    const text = input.value
    const caret = input.selectionStart ?? text.length
    const reason = reasonOf(inputType, data ?? '')
    const removed = /^delete.*Backward$/.test(inputType)
      ? 'back'
      : inputType.startsWith('delete')
        ? 'forward'
        : undefined
    if (reason === 'typed' || reason === 'deleted') {
      send({ type: 'EDIT', text, caret, removed }, reason, event)
      // A letter without a beforeinput event: put the text back.
      draw(true)
    } else insert(text, reason === 'autofilled' ? 0 : selectionStart, caret, reason, event)
  }

  function insert(
    text: string,
    from: number,
    end: number,
    reason: PhoneReason,
    cause?: Event,
  ): void {
    const isAutofill = reason === 'autofilled'
    const caret = isAutofill ? text.length : end
    send({ type: 'INSERT', text, from, caret, isAutofill }, reason, cause)
  }

  function onCompositionEnd(event: Event): void {
    isComposing = false
    if (!input) return
    const { value } = input
    insert(value, 0, input.selectionStart ?? value.length, 'typed', event)
    draw(true)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const type = historyKey(event)
    if (type === undefined || input?.readOnly !== false) return
    event.preventDefault()
    send({ type }, 'undone', event)
  }

  function onReset(event: Event): void {
    if (!input || event.target !== input.form) return
    send({ type: 'RESET', value: initialValue }, 'reset', event)
    // What the browser is about to put back.
    input.defaultValue = view().text
  }

  function onRelease(): void {
    isPressed = false
    // The click comes between this event and the next frame.
    if (isWaiting) requestAnimationFrame(field.judge)
    isWaiting = false
  }

  function listen(to: HTMLInputElement): void {
    listening = new AbortController()
    const options = { signal: listening.signal }
    to.addEventListener('beforeinput', onBeforeInput, options)
    to.addEventListener('input', onInput, options)
    // Some password managers write the value and send no input event.
    to.addEventListener('change', onInput, options)
    to.addEventListener('keydown', onKeyDown, options)
    to.addEventListener('compositionstart', () => (isComposing = true), options)
    to.addEventListener('compositionend', onCompositionEnd, options)
    const page = to.ownerDocument
    page.addEventListener('reset', onReset, options)
    page.addEventListener('pointerdown', () => (isPressed = true), { ...options, capture: true })
    page.addEventListener('pointerup', onRelease, { ...options, capture: true })
    page.addEventListener('pointercancel', onRelease, { ...options, capture: true })
  }

  const field: PhoneField = {
    state,
    viewOf,
    detailOf,
    update(nextRules, nextOnChange) {
      rules = nextRules
      onChange = nextOnChange
      draw(false)
      if (view().value !== emitted) emit(pending)
      pending = 'loaded'
    },
    follow(value) {
      if (value === outside) return
      outside = value
      checkValue(value)
      if ((value || undefined) === view().value) return
      state.set(phoneTransition(state.getSnapshot(), { type: 'SET', value: value ?? '' }, rules))
      emitted = view().value
      draw(false)
    },
    pick: (country) => send({ type: 'PICK', country }, 'picked'),
    fill: (text, reason) => insert(text, 0, text.length, reason),
    attach(element) {
      listening?.abort()
      input = element ?? undefined
      if (!input) return
      listen(input)
      // Typed or restored by the browser before this script ran.
      if (input.value === view().text) return
      const { value: text } = input
      state.set(
        phoneTransition(
          state.getSnapshot(),
          { type: 'INSERT', text, from: 0, caret: text.length, isAutofill: true },
          rules,
        ),
      )
      pending = 'autofilled'
    },
    input: () => input,
    judge() {
      if (isPressed) isWaiting = true
      else state.set(phoneTransition(state.getSnapshot(), { type: 'JUDGE' }, rules))
    },
    settle(next) {
      if (state.getSnapshot().digits === '' || fallback === undefined) fallback = next
      return fallback
    },
  }
  return field
}

function checkValue(value: string | null | undefined): void {
  if (!value || /^\+\d+$/.test(value)) return
  warnOnce({
    what: `<PhoneEntry> got the value "${value}", which is not E.164.`,
    why: 'It is read like a paste, in the default country, and may become another number.',
    fix: 'Pass what onValueChange gave, such as "+447860021130".',
  })
}
