import { reasonOf, type CodeInputDetails, type CodeInputReason } from './change-reason.ts'
import {
  caretAt,
  receiveCode,
  settleCaret,
  settleText,
  typeText,
  type Edit,
} from './code-input.state.ts'
import { allowedCharacters, clampCode, extractCode, type CodeRules } from './extract-code.ts'
import { watchForeignWrites } from './foreign-writes.ts'

/** What the editor wants drawn. */
export interface EditorView extends Edit {
  isFocused: boolean
  /** Text still being composed: drawn in place of the value, reported to nobody. */
  draft?: string | undefined
}

export interface EditorOptions extends CodeRules {
  defaultValue?: string | undefined
  /** After each edit, once per new value. Not for values the parent or a script sets. */
  onValueChange?: ((value: string, details: CodeInputDetails) => void) | undefined
  /**
   * After the commit in which an edit made the code whole, and again when a whole code is
   * pasted or filled in over an equal one. Not when the parent refused the value.
   */
  onValueComplete?: ((value: string, details: CodeInputDetails) => void) | undefined
  /** For typed or pasted text with nothing usable in it. Nothing has changed. */
  onValueReject?: ((text: string, details: CodeInputDetails) => void) | undefined
}

interface Change {
  edit: Edit
  reason: CodeInputReason
  /** A whole code at once: completes even when it equals the present one. */
  isWhole?: boolean | undefined
}

/** What the pointer's handlers remember from one event to the next. */
interface PointerMemory {
  isTouch?: boolean
  /** The slot it was last over while pressed. */
  slot?: number
  /** Where a tap put the caret, in case the browser puts its own elsewhere afterwards. */
  tapped?: { edit: Edit; until: number } | undefined
}

export interface InputEditor {
  readonly input: HTMLInputElement
  readonly pointer: PointerMemory
  readonly length: () => number
  readonly start: () => void
  readonly stop: () => void
  /** After each commit: the DOM follows the value, and a completion is told. */
  readonly sync: (options: EditorOptions, value: string) => void
  readonly read: () => Edit
  /** Selects, with a bare caret in a full code moved onto its slot. */
  readonly select: (edit: Edit) => void
  /** The browser moved the selection: settles it and draws it. */
  readonly follow: () => void
  /** Takes text as if it were pasted. False when the field is locked or nothing was usable. */
  readonly fill: (text: string, reason: CodeInputReason, event?: Event) => boolean
}

// Two fills of one code this close together are one: password managers often fire twice.
const sameFillMs = 500

// Android keyboards compose digits as part of a word that may never end, so there each step
// counts. Elsewhere a composition counts when it ends.
const composesLive = () => /android/i.test(navigator.userAgent)

/**
 * Lets the browser edit one real input, and steps in only where it would get a code wrong: text
 * that arrives at once, characters that do not belong, a bare caret in a full code. What it
 * inserts goes through the browser's own insert command, so that undo keeps working.
 */
export function createInputEditor(
  input: HTMLInputElement,
  initial: EditorOptions,
  draw: (view: EditorView) => void,
): InputEditor {
  let options = initial
  let synced: EditorOptions | undefined
  /** The value last drawn, and the value last reported or drawn, whichever came later. */
  let committed = input.defaultValue
  let known = committed
  let view: EditorView = { ...caret(known), isFocused: false }
  let isWindowAway = false
  let composedOver: Edit | undefined
  let isApplying = false
  /** What the `input` event under way will have done. */
  let expected: Change | undefined
  let completion: { value: string; details: CodeInputDetails } | undefined
  let lastFill: { value: string; at: number } | undefined
  let form: HTMLFormElement | null = null
  const write = watchForeignWrites(input, adoptWrite)

  function caret(value: string): Edit {
    return caretAt(value, value.length, options.length)
  }

  function update(patch: Partial<EditorView>): void {
    const next = { ...view, ...patch }
    const isNew = (Object.keys(patch) as (keyof EditorView)[]).some(
      (key) => next[key] !== view[key],
    )
    view = next
    if (isNew) draw(view)
  }

  // Asks the root node, because in a shadow tree the document only knows the host.
  const hasFocus = () => (input.getRootNode() as Document | ShadowRoot).activeElement === input

  const read = (value = known): Edit => ({
    value,
    start: input.selectionStart ?? 0,
    end: input.selectionEnd ?? 0,
    backward: input.selectionDirection === 'backward',
  })

  function select(edit: Edit): void {
    const { start, end, backward = false } = settleCaret(edit, options.length)
    const now = read()
    // Safari moves the focus to a field whose selection is set.
    if (hasFocus() && (now.start !== start || now.end !== end || now.backward !== backward)) {
      input.setSelectionRange(start, end, backward ? 'backward' : 'forward')
    }
    update({ start, end })
  }

  function commit({ edit, reason, isWhole }: Change, event?: Event): void {
    const { value } = edit
    const previous = known
    const details: CodeInputDetails = { reason, event }
    const isFill = reason === 'autofilled' && event !== undefined
    const isEcho = isFill && lastFill?.value === value && event.timeStamp - lastFill.at < sameFillMs
    if (isFill) lastFill = { value, at: event.timeStamp }
    known = value
    if (completion?.value !== value) completion = undefined
    update({ value, draft: undefined })
    select(edit)
    if (value !== previous) options.onValueChange?.(value, details)
    const isFull = value.length === options.length && reason !== 'reset'
    if (isFull && (previous.length < value.length || (isWhole && !isEcho))) {
      completion = { value, details }
      tellCompletion()
    }
  }

  function tellCompletion(): void {
    if (completion?.value !== committed) return
    const { value, details } = completion
    completion = undefined
    options.onValueComplete?.(value, details)
  }

  const reject = (text: string, reason: CodeInputReason, event?: Event) =>
    options.onValueReject?.(text, { reason, event })

  // Past the value setter, so that React finds the change when the event reaches it.
  const replaceText = (value: string) => input.setRangeText(value, 0, input.value.length)

  /** Makes an edit in the DOM the way the browser would have. */
  function apply(change: Change, event?: Event): void {
    const { value } = change.edit
    if (input.value === value) {
      commit(change, event)
      return
    }
    expected = change
    isApplying = true
    if (hasFocus()) input.select()
    // Deprecated, and the only way of inserting that the browser can undo.
    if (!hasFocus() || !input.ownerDocument.execCommand?.('insertText', false, value)) {
      replaceText(value)
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
    isApplying = false
  }

  function fill(text: string, reason: CodeInputReason, event?: Event): boolean {
    const code = extractCode(text, options)
    const { length } = options
    if (input.matches(':read-only')) return false
    if (code === '') reject(text, reason, event)
    else {
      const edit = receiveCode(read(), code, length)
      apply({ edit, reason, isWhole: code.length === length }, event)
    }
    return code !== ''
  }

  function handleBeforeInput(event: InputEvent): void {
    if (isApplying) return
    expected = undefined
    const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? ''
    if (event.isComposing || !event.inputType.startsWith('insert') || text === '') return
    const reason = reasonOf(event.inputType, text)
    const typed = allowedCharacters(text, options)
    const now = read()
    const change: Change = { edit: typeText(now, typed, options.length), reason }
    if (reason === 'typed' && typed === text && settleCaret(now, options.length) === now) {
      expected = change
      return
    }
    event.preventDefault()
    if (reason !== 'typed') fill(text, reason, event)
    else if (typed === '') reject(text, reason, event)
    else apply(change, event)
  }

  function handleInput(event: Event): void {
    const change = expected
    const raw = input.value
    expected = undefined
    if (composedOver && !composesLive()) {
      update({ draft: raw })
      return
    }
    const reason = reasonOf((event as Partial<InputEvent>).inputType, raw)
    const isFill = reason === 'autofilled'
    if (change?.edit.value === raw) commit(change, event)
    else if (composedOver) commit({ edit: settleText(read(raw), options), reason: 'typed' }, event)
    else if (raw !== clampCode(raw, options)) takeWhole(raw, reason, event)
    else commit({ edit: isFill ? caret(raw) : read(raw), reason, isWhole: isFill }, event)
  }

  /** The field holds what no edit of ours would have left there: somebody set all of it. */
  function takeWhole(raw: string, reason: CodeInputReason, event?: Event): void {
    const code = extractCode(raw, options)
    replaceText(code || known)
    if (code === '') {
      select({ ...view, value: known })
      reject(raw, reason, event)
    } else commit({ edit: caret(code), reason, isWhole: true }, event)
  }

  function handleCompositionEnd(event: CompositionEvent): void {
    const before = composedOver
    composedOver = undefined
    if (!before) return
    const typed = allowedCharacters(event.data, options)
    if (event.data !== '' && typed === '') reject(event.data, 'typed', event)
    const edit = composesLive()
      ? settleText(read(input.value), options)
      : typeText(before, typed, options.length)
    apply({ edit, reason: 'typed' }, event)
  }

  /** A script wrote the value: taken over without an event, like any write to an input. */
  function adoptWrite(): void {
    const value = clampCode(input.value, options)
    if (value !== input.value) write(value)
    known = value
    update({ ...caret(value), draft: undefined })
  }

  function sync(next: EditorOptions, value: string): void {
    // StrictMode runs the effect of a first commit twice.
    if (synced === next) return
    const isFirst = !synced
    options = synced = next
    if (value !== committed && value !== completion?.value) completion = undefined
    committed = value
    if (isFirst && input.value !== input.defaultValue) {
      // Typed, filled in or restored before React arrived, unless a script has just written it.
      if (input.value !== known) takeWhole(input.value, 'typed')
      return
    }
    const wasLong = value === known ? input.value.length : known.length
    const isNews = value !== known || input.value !== value
    known = value
    update({ value })
    if (isNews && !composedOver) {
      if (input.value !== value) write(value)
      // A parent that rewords (to capitals, say) leaves the caret where it is.
      select(wasLong === value.length ? view : caret(value))
    }
    tellCompletion()
  }

  function handleFocus(): void {
    update({ isFocused: true })
    // Back from another window (to read the message, say) the selection is as it was left.
    if (!isWindowAway) select(caret(known))
    isWindowAway = false
  }

  function follow(): void {
    if (hasFocus() && !composedOver) select(read())
  }

  function handleReset(event: Event): void {
    if (event.defaultPrevented) return
    commit({ edit: caret(clampCode(options.defaultValue ?? '', options)), reason: 'reset' }, event)
  }

  // SAFETY: each listener is called with the event of its name only.
  const listeners = Object.entries({
    beforeinput: handleBeforeInput,
    input: handleInput,
    select: follow,
    focus: handleFocus,
    blur() {
      isWindowAway = hasFocus()
      update({ isFocused: false })
    },
    compositionstart() {
      composedOver = read()
    },
    compositionend: handleCompositionEnd,
  }) as [string, EventListener][]

  return {
    input,
    pointer: {},
    length: () => options.length,
    start() {
      form = input.form
      form?.addEventListener('reset', handleReset)
      for (const [type, listener] of listeners) input.addEventListener(type, listener)
      if (hasFocus()) handleFocus()
    },
    stop() {
      form?.removeEventListener('reset', handleReset)
      for (const [type, listener] of listeners) input.removeEventListener(type, listener)
    },
    sync,
    read,
    select,
    follow,
    fill,
  }
}
