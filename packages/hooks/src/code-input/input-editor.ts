import { safely } from '../lib/safely.ts'
import type { ComponentPropsWithoutRef } from 'react'
import { reasonOf, type CodeInputDetails, type CodeInputReason } from './change-reason.ts'
import {
  caretAt,
  nothing,
  receiveCode,
  settleCaret,
  settleText,
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
  /** After each edit, once per new value. Not for what the parent sets, or a script without an event. */
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
  /** Takes text as if it were pasted. False when the field is locked or nothing was usable. */
  readonly fill: (text: string, reason: CodeInputReason) => boolean
  /** What is in the field is on its way already: Enter would send it twice. */
  readonly isSubmitting: (event: { timeStamp: number }) => boolean | undefined
  readonly length: () => number
  readonly form: () => HTMLFormElement | null
  /** What React can tell of. The rest has to be heard before anybody else does. */
  readonly handlers: EditorHandlers
}

export type EditorHandlers = Pick<
  ComponentPropsWithoutRef<'input'>,
  'onFocus' | 'onBlur' | 'onSelect' | 'onChangeCapture' | 'onCompositionStart' | 'onCompositionEnd'
>

// Two of a kind this close together are one: password managers often fill in twice, and people
// press Enter after a code that has just submitted itself.
const onceMs = 500

// How long an edit may wait for the parent's answer before the next key takes it as refused.
const answerMs = 150

// Android keyboards compose digits as part of a word that may never end, so there each step
// counts. Elsewhere a composition counts when it ends.
const composesLive = () => /android/i.test(safely(() => navigator.userAgent) ?? '')

const nothingElse = (): void => {}

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
  // Both from the first `attach` on.
  let input!: HTMLInputElement
  let write!: (value: string) => void
  let form: HTMLFormElement | null = null
  let options = initial
  let isSynced = false
  let view = firstView
  /** The value of the last commit: the parent's, when it has a say. */
  let committed = view.value
  /** What the parent knows: what it was told of last, or has set. A script's write is neither. */
  let known = view.value
  /** The edits the parent was told of and has not answered, and when the last one was. */
  let reported: Edit[] = []
  let reportedAt = 0
  /** The last whole code, with its details until it is told of. */
  let whole: { value: string; at: number; details?: CodeInputDetails | undefined } = {
    value: '',
    at: -onceMs,
  }
  /** Until then the selection stays, whatever the browser does. */
  let heldUntil = 0
  let composedOver: Edit | undefined
  /** What to do when the text that is being put in is there, before anybody else hears of it. */
  let putting: (() => void) | undefined
  /** The event of the last edit. Until React has heard of it nothing it renders is an answer. */
  let telling: Event | undefined
  let isHeld = false
  let isWindowAway = false

  /** Of the input's own window: in a frame time began later, and classes are others. */
  const createEvent = () =>
    new (input.ownerDocument.defaultView ?? window).InputEvent('input', { bubbles: true })
  // What no event brings happens now, which a new event can tell.
  const timeOf = (event: Event = createEvent()): number => event.timeStamp
  const caret = (value: string) => caretAt(value, value.length, options.length)
  const clamp = (text?: string) => clampCode(text, options)
  const isLocked = () => input.matches(':read-only')
  // Asks the root node, because in a shadow tree the document only knows the host.
  const hasFocus = () => (input.getRootNode() as Document | ShadowRoot).activeElement === input

  const read = (value = view.value): Edit => ({
    value,
    start: input.selectionStart ?? 0,
    end: input.selectionEnd ?? 0,
    backward: input.selectionDirection === 'backward',
  })

  /** The last edit, also when the parent has yet to answer it. */
  function latest(event: Event | undefined): Edit {
    // Who holds the value by `onChange` answers at once, as with any input.
    if (!options.onValueChange || timeOf(event) - reportedAt > answerMs) reported = []
    return reported.at(-1) ?? view
  }

  function update(patch: Partial<EditorView>): void {
    const names = Object.keys(patch) as (keyof EditorView)[]
    if (names.some((name) => patch[name] !== view[name])) draw((view = { ...view, ...patch }))
  }

  function select(edit: Edit, until = 0): void {
    const { value, start, end, backward } = settleCaret(edit, options.length)
    const isSelected = input.selectionStart === start && input.selectionEnd === end
    heldUntil = until
    // Safari moves the focus to a field whose selection is set.
    if (hasFocus() && !isSelected) {
      input.setSelectionRange(start, end, backward ? 'backward' : 'forward')
    }
    update({ value, start, end, draft: undefined })
  }

  /** The browser moved the selection: settles it and draws it. */
  function follow({ timeStamp }: { timeStamp: number }): void {
    if (hasFocus() && !composedOver) select(timeStamp < heldUntil ? view : read(), heldUntil)
  }

  /** Sets the text the way the browser would have. */
  function put(value: string, done?: () => void): void {
    const isThere = input.value === value
    // What was composed is there, and nobody was told of it.
    if (isThere && (!done || view.draft === undefined)) return done?.()
    const isFocused = hasFocus()
    putting = done ?? nothingElse
    if (isFocused && !isThere) input.select()
    // Deprecated, and the only way of inserting that the browser can undo.
    const isPut =
      !isThere &&
      isFocused &&
      safely(() => input.ownerDocument.execCommand('insertText', false, value))
    if (!isPut) {
      // Past the value setter, so that React finds the change when the event reaches it.
      if (!isThere) input.setRangeText(value, 0, input.value.length)
      input.dispatchEvent(createEvent())
    }
    putting?.()
    putting = undefined
  }

  /** Draws an edit that is in the field, and tells of it. */
  function commit(edit: Edit, reason: CodeInputReason, event?: Event, isWhole = false): void {
    const { value } = edit
    const before = latest(event).value
    const isFull = value.length === options.length && reason !== 'reset' && reason !== 'undone'
    const isDone = isFull && (isWhole || before.length < value.length)
    const details: CodeInputDetails = { reason, event }
    select(edit)
    if (value !== before || value !== known) {
      known = value
      reported.push(edit)
      reportedAt = timeOf(event)
      whole.details = undefined
      options.onValueChange?.(value, details)
    }
    if (isDone) {
      whole = { value, at: timeOf(event), details }
      tellCompletion()
    }
  }

  function tellCompletion(): void {
    const { value, details } = whole
    if (!details || value !== committed) return
    whole.details = undefined
    options.onValueComplete?.(value, details)
    if (options.autoSubmit) safely(() => input.form?.requestSubmit())
  }

  /** Text that arrived at once: over the present edit, or another. */
  function take(
    text: string,
    reason: CodeInputReason,
    event?: Event,
    over: Edit = resume(event),
  ): boolean {
    const code = extractCode(text, options)
    const isEcho =
      reason === 'autofilled' && code === whole.value && timeOf(event) - whole.at < onceMs
    if (!code || isEcho || isLocked()) {
      put(view.value)
      select(view)
      if (!code && text && !isLocked()) options.onValueReject?.(text, { reason, event })
      return false
    }
    const edit = receiveCode(over, code, options)
    put(edit.value, () => commit(edit, reason, event, code.length === options.length))
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
    if (putting || event.isComposing) return
    // A keyboard's suggestion: Chromium sends the `input` event of ours after this one (156).
    telling = event
    const text = event.data ?? event.dataTransfer?.getData('text/plain')
    const now = resume(event)
    if (!text) return
    const reason = reasonOf(event.inputType, text)
    const isPlain = reason === 'typed' && allowedCharacters(text, options) === text
    if (isPlain && settleCaret(now, options.length) === now) return
    event.preventDefault()
    take(text, reason, event, now)
  }

  function handleInput(event: Event): void {
    telling = event
    if (putting) {
      const done = putting
      putting = nothingElse
      return done()
    }
    // SAFETY: what managers dispatch is a bare event without these two.
    const { inputType, data } = event as Partial<InputEvent>
    const raw = input.value
    const text = data ?? ''
    // The browser tells of a change when the field is left. Scripts may tell of it by nothing else.
    if (event.type === 'change' && raw === view.value && raw === known) return
    let reason = reasonOf(inputType, text)
    let before = latest(event).value
    // No keyboard sends one without a type: a program's is about all of the text.
    if (!inputType) composedOver = undefined
    if (composedOver && !isLocked()) {
      if (!composesLive()) {
        event.stopImmediatePropagation()
        return update({ draft: raw })
      }
      const isWhole = allowedCharacters(text, options).length === options.length
      if (isWhole && raw !== view.value) return void take(text, 'typed', event)
      if (raw.length < before.length) reason = 'deleted'
      // The caret stays where the keyboard has it.
      before = ''
    } else if (!raw && !isLocked()) {
      if (reason === 'autofilled') reason = 'deleted'
    } else if (reason === 'autofilled' || raw !== clamp(raw) || isLocked()) {
      // The field holds what no edit of ours would have left there: somebody set all of it.
      take(raw, reason, event, nothing)
      // Another one has told of what it has become.
      if (input.value !== raw && event.type === 'input') event.stopImmediatePropagation()
      return
    }
    // The end, because undoing selects all that was put in at once: the next key would wipe it out.
    commit(settleText(raw, input.selectionEnd ?? 0, before, options), reason, event)
  }

  function handleCompositionEnd({ nativeEvent }: { nativeEvent: CompositionEvent }): void {
    const over = composedOver
    const text = nativeEvent.data
    composedOver = undefined
    if (!over || putting) return
    // What counted step by step is known, and what did not belong in it goes.
    const isKnown = composesLive() && allowedCharacters(text, options) !== ''
    take(isKnown ? '' : text, 'typed', nativeEvent, over)
  }

  /** A script wrote the value: taken over without an event, like any write to an input. */
  function adoptWrite(): void {
    const value = clamp(input.value)
    composedOver = undefined
    write(value)
    if (value !== view.value || view.draft !== undefined) select(caret(value))
  }

  function sync(next: EditorOptions): void {
    if (!input) return
    if (telling?.eventPhase && clampCode(next.value ?? view.value, next) !== view.value) {
      isHeld = true
      return
    }
    const isFirst = !isSynced
    const isResized = next.length !== options.length
    const isReset = isResized || next.defaultValue !== options.defaultValue
    isSynced = true
    options = next
    listenTo(input.form)
    // Typed, filled in or restored before React arrived.
    if (isFirst && input.value !== view.value) {
      return void take(input.value, 'typed', undefined, nothing)
    }
    const value = clamp(next.value ?? view.value)
    const answered = reported.findLastIndex((edit) => edit.value === value)
    const accepted = reported[answered]
    reported = reported.slice(answered + 1)
    const isSet = !accepted && value !== committed
    if (isSet) {
      reported = []
      whole.details = undefined
    }
    // Writing to the field ends a composition, without an event in Chromium (156).
    const isCutShort = composedOver && (isSet || isLocked())
    if (isCutShort) composedOver = undefined
    committed = value
    if (next.value !== undefined) known = value
    // Text in the field that is not known yet is of an `input` event still on its way: somebody
    // who listens further up, in the capture phase, has rendered before it got here.
    if (value !== view.value || isReset || isCutShort) {
      // A parent that rewords (to capitals, say) leaves the caret where it is.
      const isReworded = value.length === view.value.length && !isResized
      const edit = accepted ?? (isReworded ? { ...view, value } : caret(value))
      if (composedOver) {
        // A late answer: what is being composed goes on from it.
        composedOver = accepted ?? composedOver
        update({ value })
      } else {
        if (input.value !== value) write(value)
        select(edit)
      }
    }
    tellCompletion()
  }

  function handleFocus(): void {
    // React focuses by `autoFocus` before it gives the input to its ref.
    if (!input) return
    update({ isFocused: true })
    // Back from another window (to read the message, say) the selection is as it was left.
    if (!isWindowAway) {
      // What the parent left unanswered until now it has refused.
      whole.details = undefined
      select(caret(view.value))
    }
    isWindowAway = false
  }

  // Whether a reset goes through is known when all have heard of it; React listens further up.
  const awaitReset = () =>
    input.getRootNode().addEventListener('reset', handleReset, { once: true })

  function handleReset(event: Event): void {
    if (event.defaultPrevented || event.target !== form) return
    composedOver = undefined
    commit(caret(clamp(options.defaultValue)), 'reset', event)
  }

  function listenTo(next: HTMLFormElement | null): void {
    if (next === form) return
    form?.removeEventListener('reset', awaitReset)
    next?.addEventListener('reset', awaitReset)
    form = next
  }

  function attach(node: HTMLInputElement | null): void {
    if (node && node !== input) {
      if (input) node.value = view.value
      composedOver = undefined
      input = node
      write = watchForeignWrites(node, adoptWrite)
    }
    const listen = node ? 'addEventListener' : 'removeEventListener'
    input[listen]('beforeinput', handleBeforeInput as EventListener)
    input[listen]('input', handleInput)
    input[listen]('change', handleInput)
    input[listen]('selectionchange', follow)
    // Chromium tells of a selection in a shadow tree nowhere else (156).
    if (!node || input.getRootNode() !== input.ownerDocument) {
      input.ownerDocument[listen]('selectionchange', follow)
    }
    listenTo(node && node.form)
    if (!node) return
    if (!hasFocus()) update({ isFocused: false })
    else if (!view.isFocused) handleFocus()
  }

  return {
    attach,
    sync,
    read,
    select,
    fill(text, reason) {
      composedOver = undefined
      return Boolean(input) && take(text, reason)
    },
    isSubmitting: ({ timeStamp }) =>
      options.busy || (options.autoSubmit && timeStamp - whole.at < onceMs),
    length: () => options.length,
    form: () => form,
    handlers: {
      onFocus: handleFocus,
      onBlur() {
        isWindowAway = hasFocus()
        update({ isFocused: false })
      },
      // Before the app's handlers, and what they set is rendered after them.
      onChangeCapture() {
        telling = undefined
        if (isHeld) draw((view = { ...view }))
        isHeld = false
      },
      // Safari and older Chromium tell the document of a selection, where React listens.
      onSelect: follow,
      onCompositionStart() {
        composedOver = read()
      },
      onCompositionEnd: handleCompositionEnd,
    },
  }
}
