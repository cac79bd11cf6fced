import { reasonOf } from '../lib/change-reason.ts'
import { removalBy, takeCopied, type BeforeInput } from './before-input.ts'
import { endComposition, startComposition, type Composition } from './composition.ts'
import { historyKey } from './edit-history.ts'
import type { PhoneReason } from './phone-detail.ts'
import type { PhoneEntryAction } from './phone-entry.state.ts'

/** What is known of an input between two of its events. */
export interface InputAround {
  readonly composition: Composition
  readonly before: BeforeInput
}

export interface InputHandlers {
  /** What the field shows: an event that leaves it so means nothing. */
  readonly text: () => string
  readonly send: (action: PhoneEntryAction, reason: PhoneReason, event: Event) => void
  /** Shows again what it showed. */
  readonly putBack: () => void
}

/** Tells what each event of an input means, until the signal. */
export function listenToInput(
  input: HTMLInputElement,
  { composition, before }: InputAround,
  { text: shown, send, putBack }: InputHandlers,
  signal: AbortSignal,
): void {
  function onBeforeInput(event: InputEvent): void {
    const { selectionStart, selectionEnd } = input
    before.selectionStart = selectionStart ?? 0
    before.isCollapsed = selectionStart === selectionEnd
    const { inputType, data } = event
    if (inputType === 'historyUndo' || inputType === 'historyRedo') {
      event.preventDefault()
      send({ type: inputType === 'historyUndo' ? 'UNDO' : 'REDO' }, 'input-undo', event)
    }
    if (inputType !== 'insertText' || event.isComposing || !data) return
    const isPlus = /^[+\uFF0B]$/.test(data) && selectionStart === 0
    if (isPlus || /\p{Nd}/u.test(data)) return
    // What cannot stand in a number never gets in: text, caret and selection stay as they are.
    event.preventDefault()
    if (/\p{L}/u.test(data)) send({ type: 'REFUSE' }, 'input-change', event)
  }

  function onInput(event: Event): void {
    const { value: text } = input
    if (composition.isOpen || text === shown()) return
    const { inputType = '', data } = event as Partial<InputEvent>
    const reason = reasonOf(inputType, data ?? '')
    if (reason === 'input-autofill') insert(0, text.length, reason, event)
    else if (reason === 'input-change' || reason === 'input-clear') edit(reason, event, inputType)
    else insert(before.selectionStart, caret(), reason, event)
  }

  // What was dropped is selected: the caret belongs behind it.
  const caret = () => input.selectionEnd ?? input.value.length

  function edit(reason: PhoneReason, event: Event, inputType: string): void {
    const removed = removalBy(inputType, before)
    send({ type: 'EDIT', text: input.value, caret: caret(), removed }, reason, event)
  }

  function insert(from: number, end: number, reason: PhoneReason, event: Event): void {
    const isAutofill = reason === 'input-autofill'
    const { value } = input
    const piece = takeCopied(before, value.slice(from, end))
    const text = value.slice(0, from) + piece + value.slice(end)
    send({ type: 'INSERT', text, from, caret: from + piece.length, isAutofill }, reason, event)
  }

  const onBring = (event: ClipboardEvent | DragEvent) => {
    const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer
    before.copied = data?.getData('text/plain') ?? ''
  }

  function onCompositionEnd(event: CompositionEvent): void {
    if (!endComposition(composition) || input.readOnly || input.disabled) {
      putBack()
      return
    }
    // A number with its plus came at once, and letters are refused. Digits are keys.
    const isBulk = /\p{L}/u.test(input.value) || /^\s*[+\uFF0B]/.test(event.data)
    if (isBulk) insert(Math.max(caret() - event.data.length, 0), caret(), 'input-change', event)
    else edit('input-change', event, '')
  }

  function onKeyDown(event: KeyboardEvent): void {
    const type = historyKey(event)
    if (type === undefined || input.readOnly) return
    event.preventDefault()
    send({ type }, 'input-undo', event)
  }

  const options = { signal }
  input.addEventListener('beforeinput', onBeforeInput, options)
  input.addEventListener('input', onInput, options)
  // Some password managers write the value and send no input event.
  input.addEventListener('change', onInput, options)
  input.addEventListener('paste', onBring, options)
  input.addEventListener('drop', onBring, options)
  input.addEventListener('keydown', onKeyDown, options)
  input.addEventListener('compositionstart', () => startComposition(composition), options)
  input.addEventListener('compositionend', onCompositionEnd, options)
}
