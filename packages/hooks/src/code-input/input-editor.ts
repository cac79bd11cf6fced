import { createStore } from '../lib/create-store.ts'
import { reasonOf, type CodeInputDetails, type CodeInputReason } from './change-reason.ts'
import {
  caretAt,
  receiveText,
  settleCaret,
  settleText,
  typeText,
  type Edit,
} from './code-input.state.ts'
import { allowedCharacters, clampCode, type CodeRules } from './extract-code.ts'
import { watchForeignWrites } from './foreign-writes.ts'

/** What the editor wants drawn. */
export interface EditorView extends Edit {
  isFocused: boolean
  /** Text still being composed: drawn in place of the value, reported to nobody. */
  draft: string | undefined
}

export interface EditorOptions extends CodeRules {
  value?: string | undefined
  defaultValue?: string | undefined
  onValueChange?: ((value: string, details: CodeInputDetails) => void) | undefined
  onValueComplete?: ((value: string, details: CodeInputDetails) => void) | undefined
  onValueReject?: ((text: string, details: CodeInputDetails) => void) | undefined
}

interface Change {
  edit: Edit
  reason: CodeInputReason
  /** A whole code at once: completes even when it equals the present one. */
  isWhole?: boolean | undefined
}

export interface InputEditor {
  readonly input: HTMLInputElement | null
  /** What an uncontrolled field starts with. */
  readonly initialValue: string
  getView: () => EditorView
  subscribe: (listener: () => void) => () => void
  readonly length: number
  readonly isComposing: boolean
  attach: (input: HTMLInputElement | null) => void
  /** After each commit: the DOM follows the value, and a completion is told. */
  sync: (options: EditorOptions, value: string) => void
  hasFocus: () => boolean
  read: () => Edit
  /** Selects, with a bare caret in a full code moved onto its slot. */
  select: (edit: Edit) => void
  update: (patch: Partial<EditorView>) => void
  /** Takes text as if it were pasted. False when the field is locked or nothing was usable. */
  fill: (text: string, reason: CodeInputReason, event?: Event) => boolean
  handleBeforeInput: (event: InputEvent) => void
  handleInput: (event: Event) => void
  handleCompositionStart: () => void
  handleCompositionEnd: (event: CompositionEvent) => void
  handleReset: (event: Event) => void
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
export function createInputEditor(initial: EditorOptions): InputEditor {
  let options: EditorOptions | undefined
  const rules = () => options ?? initial
  const first = clampCode(initial.value ?? initial.defaultValue ?? '', initial)
  const view = createStore<EditorView>({
    ...caretAt(first, first.length, initial.length),
    isFocused: false,
    draft: undefined,
  })
  let input: HTMLInputElement | null = null
  let write: (value: string) => void = () => {}
  /** The value last drawn, and the value last reported or drawn, whichever came later. */
  let committed = first
  let known = first
  let composedOver: Edit | undefined
  let isApplying = false
  /** What the `input` event under way will have done. */
  let expected: Change | undefined
  let completion: { value: string; details: CodeInputDetails } | undefined
  let lastFill: { value: string; at: number } | undefined

  const caret = (value: string, position = value.length) => caretAt(value, position, rules().length)

  function update(patch: Partial<EditorView>): void {
    const now = view.getSnapshot()
    const keys = Object.keys(patch) as (keyof EditorView)[]
    if (keys.some((key) => patch[key] !== now[key])) view.set({ ...now, ...patch })
  }

  // Asks the root node, because in a shadow tree the document only knows the host.
  const hasFocus = () =>
    input !== null && (input.getRootNode() as Document | ShadowRoot).activeElement === input

  const read = (): Edit => ({
    value: known,
    start: input?.selectionStart ?? known.length,
    end: input?.selectionEnd ?? known.length,
    backward: input?.selectionDirection === 'backward',
  })

  function select(edit: Edit): void {
    const { start, end, backward } = settleCaret(edit, rules().length)
    const now = read()
    // Safari moves the focus to a field whose selection is set.
    if (hasFocus() && (now.start !== start || now.end !== end || !now.backward !== !backward)) {
      input?.setSelectionRange(start, end, backward ? 'backward' : 'forward')
    }
    update({ start, end })
  }

  function commit({ edit, reason, isWhole }: Change, event: Event | undefined): void {
    const { value } = edit
    const previous = known
    const { length, onValueChange } = rules()
    const details: CodeInputDetails = { reason, event }
    known = value
    completion = undefined
    update({ value, draft: undefined })
    select(edit)
    if (value !== previous) onValueChange?.(value, details)
    if (value.length < length || reason === 'reset') return
    if (previous.length < length || (isWhole && !isEcho(value, details))) {
      completion = { value, details }
      if (value === committed) tellCompletion()
    }
    if (reason === 'autofilled' && event) lastFill = { value, at: event.timeStamp }
  }

  const isEcho = (value: string, { reason, event }: CodeInputDetails): boolean =>
    reason === 'autofilled' &&
    lastFill?.value === value &&
    (event?.timeStamp ?? Infinity) - lastFill.at < sameFillMs

  function tellCompletion(): void {
    if (completion === undefined || completion.value !== committed) return
    const { value, details } = completion
    completion = undefined
    rules().onValueComplete?.(value, details)
  }

  const reject = (text: string, reason: CodeInputReason, event: Event | undefined) =>
    rules().onValueReject?.(text, { reason, event })

  /** Makes an edit in the DOM the way the browser would have. */
  function apply(change: Change, event: Event | undefined): void {
    if (input === null || input.value === change.edit.value) {
      commit(change, event)
      return
    }
    expected = change
    isApplying = true
    if (hasFocus()) input.select()
    // Deprecated, and the only way of inserting that the browser can undo.
    const isDone =
      hasFocus() && input.ownerDocument.execCommand?.('insertText', false, change.edit.value)
    if (!isDone) announceWrite(change.edit.value)
    isApplying = false
  }

  function announceWrite(value: string): void {
    write(value)
    input?.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }

  function fill(text: string, reason: CodeInputReason, event?: Event): boolean {
    if (input === null || input.readOnly || input.matches(':disabled')) return false
    const received = receiveText(read(), text, rules())
    if (received === undefined) reject(text, reason, event)
    else apply({ ...received, reason }, event)
    return received !== undefined
  }

  function handleBeforeInput(event: InputEvent): void {
    if (isApplying) return
    expected = undefined
    const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? ''
    if (event.isComposing || !event.inputType.startsWith('insert') || text === '') return
    const reason = reasonOf(event.inputType, text)
    const now = read()
    const typed = allowedCharacters(text, rules())
    const change: Change = { edit: typeText(now, typed, rules().length), reason }
    if (reason === 'typed' && typed === text && settleCaret(now, rules().length) === now) {
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
    expected = undefined
    if (input === null) return
    const raw = input.value
    if (composedOver !== undefined && !composesLive()) {
      update({ draft: raw })
      return
    }
    if (change?.edit.value === raw) {
      commit(change, event)
      return
    }
    const now = { ...read(), value: raw }
    const reason = reasonOf((event as Partial<InputEvent>).inputType, raw)
    if (composedOver !== undefined) {
      commit({ edit: settleText(now, rules()), reason: 'typed' }, event)
    } else if (raw !== clampCode(raw, rules())) {
      takeWhole(raw, reason, event)
    } else {
      const isFilled = reason === 'autofilled'
      commit({ edit: isFilled ? caret(raw) : now, reason, isWhole: isFilled }, event)
    }
  }

  /** The field holds what no edit of ours would have left there: somebody set all of it. */
  function takeWhole(raw: string, reason: CodeInputReason, event: Event | undefined): void {
    const received = receiveText(caret(''), raw, rules())
    write(received?.edit.value ?? known)
    if (received !== undefined) {
      commit({ ...received, reason }, event)
      return
    }
    select({ ...view.getSnapshot(), value: known })
    reject(raw, reason, event)
  }

  function handleCompositionEnd(event: CompositionEvent): void {
    const before = composedOver
    composedOver = undefined
    if (input === null || before === undefined) return
    const typed = allowedCharacters(event.data, rules())
    const edit = composesLive()
      ? settleText({ ...read(), value: input.value }, rules())
      : typeText(before, typed, rules().length)
    if (event.data !== '' && typed === '') reject(event.data, 'typed', event)
    if (edit.value === input.value || edit.value === known) {
      if (edit.value !== input.value) write(edit.value)
      commit({ edit, reason: 'typed' }, event)
      return
    }
    expected = { edit, reason: 'typed' }
    announceWrite(edit.value)
  }

  /** A script wrote the value: taken over without an event, like any write to an input. */
  function adoptWrite(): void {
    const value = clampCode(input?.value ?? '', rules())
    if (value !== input?.value) write(value)
    known = value
    update({ ...caret(value), draft: undefined })
  }

  function sync(next: EditorOptions, value: string): void {
    if (options === next) return
    const isFirst = options === undefined
    options = next
    if (value !== committed && value !== completion?.value) completion = undefined
    committed = value
    if (input === null) return
    if (isFirst && input.value !== value) {
      // Typed, filled in or restored before React arrived.
      if (input.value !== known) takeWhole(input.value, 'typed', undefined)
      return
    }
    const wasLong = value === known ? input.value.length : known.length
    const isNews = value !== known || input.value !== value
    known = value
    update({ value })
    if (isNews && composedOver === undefined) {
      if (input.value !== value) write(value)
      // A parent that rewords (to capitals, say) leaves the caret where it is.
      select(wasLong === value.length ? view.getSnapshot() : caret(value))
    }
    tellCompletion()
  }

  return {
    get input() {
      return input
    },
    initialValue: first,
    getView: view.getSnapshot,
    subscribe: view.subscribe,
    get length() {
      return rules().length
    },
    get isComposing() {
      return composedOver !== undefined
    },
    attach(next) {
      if (next === null || next === input) return
      input = next
      write = watchForeignWrites(next, adoptWrite)
    },
    sync,
    hasFocus,
    read,
    select,
    update,
    fill,
    handleBeforeInput,
    handleInput,
    handleCompositionStart() {
      composedOver = read()
    },
    handleCompositionEnd,
    handleReset(event) {
      if (event.defaultPrevented) return
      commit(
        { edit: caret(clampCode(rules().defaultValue ?? '', rules())), reason: 'reset' },
        event,
      )
    },
  }
}
