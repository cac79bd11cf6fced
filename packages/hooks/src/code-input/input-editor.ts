import { reasonOf, type CodeInputDetails, type CodeInputReason } from './change-reason.ts'
import {
  caretAt,
  receiveCode,
  settleCaret,
  settleText,
  settleTyped,
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
  /** Undefined leaves the value to the field. */
  value?: string | undefined
  defaultValue?: string | undefined
  /** After each edit, once per new value. Not for values the parent or a script sets. */
  onValueChange?: ((value: string, details: CodeInputDetails) => void) | undefined
  /**
   * After the commit in which an edit made the code whole, and again when a whole code is
   * pasted or filled in over an equal one. Not when the parent refused the value, and not for
   * undo, redo or a reset.
   */
  onValueComplete?: ((value: string, details: CodeInputDetails) => void) | undefined
  /** For typed or pasted text with nothing usable in it. Nothing has changed. */
  onValueReject?: ((text: string, details: CodeInputDetails) => void) | undefined
  /** Submits the form once for each completion, after `onValueComplete`. @default false */
  autoSubmit?: boolean | undefined
  /** A check is under way: read-only, `aria-busy`, and Enter does not submit. @default false */
  busy?: boolean | undefined
}

export interface InputEditor {
  /** For `ref`. The same input may come twice (StrictMode), and another one may take its place. */
  readonly attach: (node: HTMLInputElement | null) => void
  /** After each commit: the DOM follows the value, and a completion is told. */
  readonly sync: (options: EditorOptions) => void
  readonly read: () => Edit
  /** Selects, with a bare caret in a full code moved onto its slot; again until then, if told. */
  readonly select: (edit: Edit, until?: number) => void
  /** The browser moved the selection: settles it and draws it. */
  readonly follow: (event: { timeStamp: number }) => void
  /** Takes text as if it were pasted. False when the field is locked or nothing was usable. */
  readonly fill: (text: string, reason: CodeInputReason) => boolean
  /** What is in the field is on its way already: Enter would send it twice. */
  readonly isSubmitting: (event: { timeStamp: number }) => boolean | undefined
  readonly length: () => number
  readonly form: () => HTMLFormElement | null
}

// Two of a kind this close together are one: password managers often fill in twice, and people
// press Enter after a code that has just submitted itself.
const onceMs = 500

// How long an edit may wait for the parent's answer before the next key takes it as refused.
const answerMs = 150

// Android keyboards compose digits as part of a word that may never end, so there each step
// counts. Elsewhere a composition counts when it ends.
const composesLive = () => /android/i.test(navigator.userAgent)

const nothing: Edit = { value: '', start: 0, end: 0 }

/**
 * Lets the browser edit one real input, and steps in only where it would get a code wrong: text
 * that arrives at once, characters that do not belong, a bare caret in a full code. What it
 * inserts goes through the browser's own insert command, so that undo keeps working.
 */
export function createInputEditor(
  initial: EditorOptions,
  firstView: EditorView,
  draw: (view: EditorView) => void,
): InputEditor {
  // Both from the first `attach` on, which comes before any event.
  let input!: HTMLInputElement
  let write!: (value: string) => void
  let form: HTMLFormElement | null = null
  let options = initial
  let synced: EditorOptions | undefined
  let view = firstView
  /** The value of the last commit: the parent's, when it has a say. */
  let committed = view.value
  /** The edits the parent was told of and has not answered, and when the last one was. */
  let reported: Edit[] = []
  let reportedAt = 0
  let completion: { value: string; details: CodeInputDetails } | undefined
  let completed = { value: '', at: -Infinity }
  /** Stays selected until then, whatever the browser does. */
  let held = { edit: nothing, until: 0 }
  let composedOver: Edit | undefined
  let isPutting = false
  let isWindowAway = false

  const caret = (value: string) => caretAt(value, value.length, options.length)
  const isLocked = () => input.matches(':read-only')
  // Asks the root node, because in a shadow tree the document only knows the host.
  const hasFocus = () => (input.getRootNode() as Document | ShadowRoot).activeElement === input
  // What no event brings happens now, which a new event can tell.
  const timeOf = (event: Event | undefined) => (event ?? new Event('set')).timeStamp
  /** The last edit, also when the parent has yet to answer it. */
  const latest = (event: Event | undefined): Edit =>
    (timeOf(event) - reportedAt < answerMs && reported.at(-1)) || view

  const read = (value = view.value): Edit => ({
    value,
    start: input.selectionStart ?? 0,
    end: input.selectionEnd ?? 0,
    backward: input.selectionDirection === 'backward',
  })

  function update(patch: Partial<EditorView>): void {
    const next = { ...view, ...patch }
    const isNew = (Object.keys(next) as (keyof EditorView)[]).some((key) => next[key] !== view[key])
    if (isNew) draw((view = next))
  }

  function select(edit: Edit, until = 0): void {
    const { value, start, end, backward = false } = settleCaret(edit, options.length)
    const now = read()
    held = { edit, until }
    // Safari moves the focus to a field whose selection is set.
    if (hasFocus() && (now.start !== start || now.end !== end || now.backward !== backward)) {
      input.setSelectionRange(start, end, backward ? 'backward' : 'forward')
    }
    update({ value, start, end, draft: undefined })
  }

  function follow({ timeStamp }: { timeStamp: number }): void {
    if (!hasFocus() || composedOver) return
    if (timeStamp < held.until) select(held.edit, held.until)
    else select(read())
  }

  /** Sets the text the way the browser would have. */
  function put(value: string): void {
    if (input.value === value) return
    isPutting = true
    if (hasFocus()) input.select()
    // Deprecated, and the only way of inserting that the browser can undo.
    if (!hasFocus() || !input.ownerDocument.execCommand?.('insertText', false, value)) {
      // Past the value setter, so that React finds the change when the event reaches it.
      input.setRangeText(value, 0, input.value.length)
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
    isPutting = false
  }

  /** Draws an edit that is in the field, and tells of it. */
  function commit(edit: Edit, reason: CodeInputReason, event?: Event, isWhole = false): void {
    const { value } = edit
    const { length } = options
    const details: CodeInputDetails = { reason, event }
    const before = latest(event)
    if (before === view) reported = []
    if (value !== completion?.value) completion = undefined
    const isNew = value !== before.value
    const isFull = value.length === length && reason !== 'reset' && reason !== 'undone'
    const isDone = isFull && (before.value.length < length || isWhole)
    select(edit)
    if (isNew) {
      reported.push(edit)
      reportedAt = timeOf(event)
      options.onValueChange?.(value, details)
    }
    if (isDone) {
      completion = { value, details }
      completed = { value, at: timeOf(event) }
      tellCompletion()
    }
  }

  function tellCompletion(): void {
    if (completion?.value !== committed) return
    const { value, details } = completion
    completion = undefined
    options.onValueComplete?.(value, details)
    if (options.autoSubmit) input.form?.requestSubmit()
  }

  /** Text that arrived at once: over the present edit, or another. */
  function take(text: string, reason: CodeInputReason, event?: Event, over?: Edit): boolean {
    const code = extractCode(text, options)
    const isWhole = code.length === options.length
    const isEcho =
      reason === 'autofilled' && code === completed.value && timeOf(event) - completed.at < onceMs
    if (code === '' || isEcho || isLocked()) {
      put(view.value)
      select(view)
      if (!code && text && !isLocked()) options.onValueReject?.(text, { reason, event })
      return false
    }
    const edit = receiveCode(over ?? resume(event), code, options.length)
    put(edit.value)
    commit(edit, reason, event, isWhole)
    return true
  }

  /** What there is to edit: an unanswered edit comes back into the field first. */
  function resume(event: Event | undefined): Edit {
    const { value, start, end } = latest(event)
    if (input.value !== value) {
      write(value)
      input.setSelectionRange(start, end)
    }
    return read(value)
  }

  function handleBeforeInput(event: InputEvent): void {
    if (isPutting || event.isComposing) return
    const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? ''
    const now = resume(event)
    if (text === '' || !event.inputType.startsWith('insert')) return
    const reason = reasonOf(event.inputType, text)
    const isPlain = reason === 'typed' && allowedCharacters(text, options) === text
    if (isPlain && settleCaret(now, options.length) === now) return
    event.preventDefault()
    take(text, reason, event)
  }

  function handleInput(event: Event): void {
    if (isPutting) return
    const { inputType, data } = event as Partial<InputEvent>
    const raw = input.value
    const reason = reasonOf(inputType, data ?? '')
    if (composedOver && !isLocked()) compose(event, data ?? '')
    // The field holds what no edit of ours would have left there: somebody set all of it.
    else if (reason === 'autofilled' || raw !== clampCode(raw, options) || isLocked()) {
      take(raw, reason, event, nothing)
    } else commit(settleEdit(read(raw), reason, event), reason, event)
  }

  /** Where the caret goes after an edit that the browser made by itself. */
  function settleEdit(edit: Edit, reason: CodeInputReason, event: Event): Edit {
    // Undoing selects all that was put in at once, and the next key would wipe it out.
    return reason === 'undone' && edit.end - edit.start > 1
      ? caretAt(edit.value, edit.end, options.length)
      : settleTyped(edit, latest(event).value, options.length)
  }

  function compose(event: Event, text: string): void {
    const raw = input.value
    const isWhole = allowedCharacters(text, options).length === options.length
    if (!composesLive()) update({ draft: raw })
    else if (isWhole && raw !== view.value) take(text, 'typed', event)
    else {
      const edit = settleText(read(raw), options)
      commit(edit, edit.value.length < view.value.length ? 'deleted' : 'typed', event)
    }
  }

  function handleCompositionEnd(event: CompositionEvent): void {
    const over = composedOver
    composedOver = undefined
    if (!over || isPutting) return
    // What counted step by step is known, and what did not belong in it goes.
    const isKnown = composesLive() && allowedCharacters(event.data, options) !== ''
    take(isKnown ? '' : event.data, 'typed', event, over)
  }

  /** A script wrote the value: taken over without an event, like any write to an input. */
  function adoptWrite(): void {
    const value = clampCode(input.value, options)
    if (value !== input.value) write(value)
    if (value !== view.value) select(caret(value))
  }

  function sync(next: EditorOptions): void {
    // StrictMode runs the effect of a first commit twice.
    if (!input || synced === next) return
    const isFirst = !synced
    const isLonger = next.length !== options.length
    const isReset = isLonger || next.defaultValue !== options.defaultValue
    options = synced = next
    const value = clampCode(next.value ?? view.value, next)
    listenTo(input.form)
    if (isFirst && input.value !== input.defaultValue) {
      // Typed, filled in or restored before React arrived, unless a script has just written it.
      if (input.value !== view.value) take(input.value, 'typed', undefined, nothing)
      return
    }
    const answered = reported.findLastIndex((edit) => edit.value === value)
    const accepted = reported[answered]
    if (accepted) reported = reported.slice(answered + 1)
    else if (value !== committed) {
      reported = []
      completion = undefined
    }
    committed = value
    // Text in the field that is not known yet is of an `input` event still on its way: somebody
    // who listens further up, in the capture phase, has rendered before it got here.
    if (value !== view.value || isReset) {
      // A parent that rewords (to capitals, say) leaves the caret where it is.
      const isReworded = value.length === view.value.length && !isLonger
      const edit = accepted ?? (isReworded ? { ...view, value } : caret(value))
      if (composedOver) update({ value })
      else {
        if (input.value !== value) write(value)
        select(edit)
      }
    }
    tellCompletion()
  }

  function handleFocus(): void {
    // Chromium tells of a selection in a shadow tree nowhere else (156).
    const { ownerDocument } = input
    if (input.getRootNode() !== ownerDocument) {
      ownerDocument.addEventListener('selectionchange', follow)
    }
    update({ isFocused: true })
    // Back from another window (to read the message, say) the selection is as it was left.
    if (!isWindowAway) {
      // What the parent left unanswered until now it has refused.
      completion = undefined
      select(caret(view.value))
    }
    isWindowAway = false
  }

  function handleBlur(): void {
    input.ownerDocument.removeEventListener('selectionchange', follow)
    isWindowAway = hasFocus()
    update({ isFocused: false })
  }

  // Whether a reset goes through is known when all have heard of it; React listens further up.
  const awaitReset = () =>
    input.getRootNode().addEventListener('reset', handleReset, { once: true })

  function handleReset(event: Event): void {
    if (event.defaultPrevented || event.target !== form) return
    commit(caret(clampCode(options.defaultValue ?? '', options)), 'reset', event)
  }

  function listenTo(next: HTMLFormElement | null): void {
    if (next === form) return
    form?.removeEventListener('reset', awaitReset)
    next?.addEventListener('reset', awaitReset)
    form = next
  }

  // SAFETY: each listener is called with the event of its name only.
  const listeners = Object.entries({
    beforeinput: handleBeforeInput,
    input: handleInput,
    selectionchange: follow,
    focus: handleFocus,
    blur: handleBlur,
    compositionstart() {
      composedOver = read()
    },
    compositionend: handleCompositionEnd,
  }) as [string, EventListener][]

  function attach(node: HTMLInputElement | null): void {
    for (const [type, listener] of listeners) {
      if (node) node.addEventListener(type, listener)
      else input.removeEventListener(type, listener)
    }
    listenTo(node && node.form)
    if (!node) return
    if (node !== input) {
      if (input) node.value = view.value
      input = node
      write = watchForeignWrites(node, adoptWrite)
    }
    const isFocused = hasFocus()
    if (!isFocused) composedOver = undefined
    if (isFocused && !view.isFocused) handleFocus()
    update({ isFocused })
  }

  return {
    attach,
    sync,
    read,
    select,
    follow,
    fill: (text, reason) => Boolean(input) && take(text, reason),
    isSubmitting: ({ timeStamp }) =>
      options.busy || (options.autoSubmit && timeStamp - completed.at < onceMs),
    length: () => options.length,
    form: () => form,
  }
}
