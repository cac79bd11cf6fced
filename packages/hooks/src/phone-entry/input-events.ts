import { reasonOf } from '../lib/change-reason.ts'
import { historyKey } from './edit-history.ts'
import type { PhoneReason } from './phone-detail.ts'
import type { PhoneEntryEvent, Removal } from './phone-entry.state.ts'

/** What goes on in an input: kept up to date while it listens. */
export interface InputAround {
  isComposing: boolean
  /** The digits became others while something was composed. */
  isOverruled: boolean
}

export interface InputHandlers {
  /** What the field shows: an event that leaves it so means nothing. */
  readonly text: () => string
  readonly send: (event: PhoneEntryEvent, reason: PhoneReason, cause: Event) => void
  /** Shows again what it showed. */
  readonly putBack: () => void
}

/** Says what each event of an input means, until the signal. */
export function listenToInput(
  input: HTMLInputElement,
  around: InputAround,
  { text: shown, send, putBack }: InputHandlers,
  signal: AbortSignal,
): void {
  /** Before the edit: nothing in the input event tells. */
  let selected = { start: 0, isCollapsed: true }
  /** With its lines and cells apart, which the browser makes one of. */
  let brought = ''

  function onBeforeInput(event: InputEvent): void {
    const { selectionStart, selectionEnd } = input
    selected = { start: selectionStart ?? 0, isCollapsed: selectionStart === selectionEnd }
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
    if (around.isComposing || text === shown()) return
    const { inputType = '', data } = event as Partial<InputEvent>
    const reason = reasonOf(inputType, data ?? '')
    if (reason === 'input-change' || reason === 'input-clear')
      edit(reason, event, removalOf(inputType))
    else {
      const isAutofill = reason === 'input-autofill'
      const from = isAutofill ? 0 : selected.start
      insert(from, isAutofill ? text.length : caret(), reason, event)
    }
  }

  // What was dropped is selected: the caret belongs behind it.
  const caret = () => input.selectionEnd ?? input.value.length

  function edit(reason: PhoneReason, cause: Event, removed?: Removal): void {
    send({ type: 'EDIT', text: input.value, caret: caret(), removed }, reason, cause)
  }

  function insert(from: number, end: number, reason: PhoneReason, cause: Event): void {
    const isAutofill = reason === 'input-autofill'
    const { value } = input
    const isBrought = squeezed(brought) === squeezed(value.slice(from, end))
    const piece = isBrought ? brought : value.slice(from, end)
    brought = ''
    const text = value.slice(0, from) + piece + value.slice(end)
    send({ type: 'INSERT', text, from, caret: from + piece.length, isAutofill }, reason, cause)
  }

  const onBring = (event: ClipboardEvent | DragEvent) => {
    const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer
    brought = data?.getData('text/plain') ?? ''
  }

  function removalOf(inputType: string): Removal | undefined {
    if (!inputType.startsWith('delete')) return undefined
    const keys = /^delete(?:Content|Word|SoftLine|HardLine)(Back|For)ward$/
    const direction = selected.isCollapsed ? keys.exec(inputType)?.[1] : undefined
    if (direction === undefined) return 'other'
    return direction === 'Back' ? 'back' : 'forward'
  }

  function onCompositionStart(): void {
    around.isComposing = true
    around.isOverruled = false
  }

  function onCompositionEnd(event: CompositionEvent): void {
    around.isComposing = false
    if (around.isOverruled || input.readOnly || input.disabled) {
      putBack()
      return
    }
    // A number with its plus came at once, and letters are refused. Digits are keys.
    const isBulk = /\p{L}/u.test(input.value) || /^\s*[+\uFF0B]/.test(event.data)
    if (isBulk) insert(Math.max(caret() - event.data.length, 0), caret(), 'input-change', event)
    else edit('input-change', event)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const type = historyKey(event)
    if (type === undefined || input.readOnly) return
    event.preventDefault()
    send({ type }, 'input-undo', event)
  }

  around.isComposing = false
  const options = { signal }
  input.addEventListener('beforeinput', onBeforeInput, options)
  input.addEventListener('input', onInput, options)
  // Some password managers write the value and send no input event.
  input.addEventListener('change', onInput, options)
  input.addEventListener('paste', onBring, options)
  input.addEventListener('drop', onBring, options)
  input.addEventListener('keydown', onKeyDown, options)
  input.addEventListener('compositionstart', onCompositionStart, options)
  input.addEventListener('compositionend', onCompositionEnd, options)
}

const squeezed = (text: string): string => text.replace(/\s/g, '')
