import type { ComponentPropsWithoutRef } from 'react'
import { reasonOf } from '../lib/change-reason.ts'
import { safely } from '../lib/safely.ts'
import {
  caretAt,
  nothing,
  receiveCode,
  settleCaret,
  settleText,
  type Edit,
} from './code-input.state.ts'
import { isRecent, noCompletion, takeReport, type Completion } from './completion.ts'
import { countsSteps, leftToTake, type Composition } from './composition.ts'
import { createInputEvent, hasFocus, isLocked, readEdit } from './dom-input.ts'
import type {
  CodeInputDetails,
  CodeInputReason,
  EditorOptions,
  EditorView,
} from './editor-options.ts'
import { mustWait, type EventInFlight } from './event-in-flight.ts'
import { allowedCharacters, clampCode, extractCode } from './extract-code.ts'
import { watchForeignWrites } from './foreign-writes.ts'
import { createResetListener } from './form-reset.ts'
import { hear, insert, type Insertion } from './insertion.ts'
import { awaited, firstAnswers, receive, tell } from './parent-answers.ts'
import { reasonOfEdit } from './read-input.ts'
import { applySelection, type Selection } from './selection.ts'

export interface InputEditor {
  /** For `ref`. The same input may come twice (StrictMode), and another one may take its place. */
  readonly attach: (node: HTMLInputElement | null) => void
  /** After each commit: the DOM follows the value, and a completion is reported. */
  readonly sync: (options: EditorOptions) => void
  readonly read: () => Edit
  /** Selects. Until the instant given, what the browser selects is taken back. */
  readonly select: (edit: Edit, until?: number) => void
  /** Takes text as if it were pasted. False when the field is locked or nothing was usable. */
  readonly fill: (text: string, reason: CodeInputReason) => boolean
  /** The form is being sent with this code already: Enter would send it twice. */
  readonly isSubmitting: (event: { timeStamp: number }) => boolean | undefined
  readonly length: () => number
  readonly form: () => HTMLFormElement | null | undefined
  /** What React can report. The rest has to be heard before anybody else hears of it. */
  readonly handlers: EditorHandlers
}

export type EditorHandlers = Pick<
  ComponentPropsWithoutRef<'input'>,
  'onFocus' | 'onBlur' | 'onSelect' | 'onChangeCapture' | 'onCompositionStart' | 'onCompositionEnd'
>

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
  let options = initial
  let isSynced = false
  let view = firstView
  let completion: Completion = noCompletion()
  let eventInFlight: EventInFlight = {}
  const answers = firstAnswers(view.value)
  const composition: Composition = {}
  const insertion: Insertion = {}
  const selection: Selection = { until: 0 }
  const followForm = createResetListener((event) => {
    composition.over = undefined
    commit(caret(clampCode(options.defaultValue, options)), 'form-reset', event)
  })

  // What no event brings happens now, which a new event can tell.
  const timeOf = (event: Event = createInputEvent(input)): number => event.timeStamp
  const caret = (value: string) => caretAt(value, value.length, options.length)
  const read = () => readEdit(input, view.value)

  function update(patch: Partial<EditorView>): void {
    const names = Object.keys(patch) as (keyof EditorView)[]
    if (names.some((name) => patch[name] !== view[name])) draw((view = { ...view, ...patch }))
  }

  function select(edit: Edit, until = 0): void {
    // A full code has no room for a bare caret: that moves onto its slot.
    const settled = settleCaret(edit, options.length)
    const { value, start, end } = settled
    selection.until = until
    applySelection(input, settled)
    update({ value, start, end, draft: undefined })
  }

  /** The browser moved the selection: settles it and draws it. */
  function followSelection({ timeStamp }: { timeStamp: number }): void {
    const { until } = selection
    if (!hasFocus(input) || composition.over) return
    select(timeStamp < until ? view : read(), until)
  }

  const put = (value: string, done?: () => void) =>
    // Composed text is there already, and nobody was told of it.
    insert(insertion, input, value, done && view.draft !== undefined, done)

  /** Who holds the value by `onChange` answers at once, as with any input. */
  const latest = (event: Event | undefined): Edit =>
    awaited(answers, timeOf(event), Boolean(options.onValueChange)) ?? view

  /** What there is to edit: an unanswered edit comes back into the field first. */
  function resume(event: Event | undefined): Edit {
    const { value, start, end } = latest(event)
    if (input.value !== value) {
      write(value)
      input.setSelectionRange(start, end)
    }
    return readEdit(input, value)
  }

  /** Draws an edit that is in the field, and reports it. */
  function commit(edit: Edit, reason: CodeInputReason, event?: Event, isWhole = false): void {
    const { value } = edit
    const before = latest(event).value
    const canComplete = reason !== 'form-reset' && reason !== 'input-undo'
    const details: CodeInputDetails = { reason, event }
    select(edit)
    if (value !== before || value !== answers.known) {
      tell(answers, edit, timeOf(event))
      completion.details = undefined
      options.onValueChange?.(value, details)
    }
    if (
      value.length === options.length &&
      canComplete &&
      (isWhole || before.length < value.length)
    ) {
      completion = { code: value, at: timeOf(event), details }
      reportCompletion()
    }
  }

  function reportCompletion(): void {
    const details = takeReport(completion, answers.value)
    if (!details) return
    options.onValueComplete?.(completion.code, details)
    if (options.autoSubmit) safely(() => input.form?.requestSubmit())
  }

  /** Takes text that arrived at once, over the present edit or another. */
  function take(text: string, reason: CodeInputReason, event?: Event, over?: Edit): boolean {
    const edit = over ?? resume(event)
    const code = extractCode(text, options)
    const isEcho = reason === 'input-autofill' && isRecent(completion, timeOf(event), code)
    if (!code || isEcho || isLocked(input)) {
      put(view.value)
      select(view)
      if (!code && text && !isLocked(input)) options.onValueInvalid?.(text, { reason, event })
      return false
    }
    const next = receiveCode(edit, code, options)
    put(next.value, () => commit(next, reason, event, code.length === options.length))
    return true
  }

  function handleBeforeInput(event: InputEvent): void {
    if (insertion.done || event.isComposing) return
    // A keyboard's suggestion: Chromium sends the `input` event of ours after this one (156).
    eventInFlight.event = event
    const text = event.data ?? event.dataTransfer?.getData('text/plain')
    const edit = resume(event)
    if (!text) return
    const reason = reasonOf(event.inputType, text)
    const isPlain = reason === 'input-change' && allowedCharacters(text, options) === text
    if (isPlain && settleCaret(edit, options.length) === edit) return
    event.preventDefault()
    take(text, reason, event, edit)
  }

  function handleInput(event: Event): void {
    eventInFlight.event = event
    if (hear(insertion)) return
    // SAFETY: what managers dispatch is a bare event without these two.
    const { inputType, data } = event as Partial<InputEvent>
    const raw = input.value
    const text = data ?? ''
    // The browser reports a change when the field is left. Scripts may report it by nothing else.
    if (event.type === 'change' && raw === view.value && raw === answers.known) return
    let before = latest(event).value
    // No keyboard sends one without a type: a program's is about all of the text.
    if (!inputType) composition.over = undefined
    const told = reasonOf(inputType, text)
    let reason: CodeInputReason | undefined = told
    if (composition.over && !isLocked(input)) {
      if (!countsSteps()) {
        event.stopImmediatePropagation()
        return update({ draft: raw })
      }
      const isWhole = allowedCharacters(text, options).length === options.length
      if (isWhole && raw !== view.value) return void take(text, 'input-change', event)
      if (raw.length < before.length) reason = 'input-clear'
      // The caret stays where the keyboard has it.
      before = ''
    } else reason = reasonOfEdit(raw, told, isLocked(input), options)
    // The end, because undoing selects all that was put in at once: the next key would wipe it out.
    if (reason)
      return commit(settleText(raw, input.selectionEnd ?? 0, before, options), reason, event)
    take(raw, told, event, nothing)
    // The event of our insertion has told what became of it.
    if (input.value !== raw && event.type === 'input') event.stopImmediatePropagation()
  }

  function handleCompositionEnd({ nativeEvent }: { nativeEvent: CompositionEvent }): void {
    const { over } = composition
    composition.over = undefined
    if (!over || insertion.done) return
    // What counted step by step is known, and what did not belong in it goes.
    take(leftToTake(nativeEvent.data, options), 'input-change', nativeEvent, over)
  }

  /** A script wrote the value: taken over without an event, like any write to an input. */
  function adoptWrite(): void {
    const value = clampCode(input.value, options)
    composition.over = undefined
    write(value)
    if (value !== view.value || view.draft !== undefined) select(caret(value))
  }

  function sync(next: EditorOptions): void {
    if (!input) return
    const value = clampCode(next.value ?? view.value, next)
    if (value !== view.value && mustWait(eventInFlight)) return
    const isResized = next.length !== options.length
    const isReset = isResized || next.defaultValue !== options.defaultValue
    const isFirst = !isSynced
    isSynced = true
    options = next
    followForm(input.form)
    // Typed, filled in or restored before React arrived.
    if (isFirst && input.value !== view.value) {
      take(input.value, 'input-change', undefined, nothing)
      return
    }
    const [accepted, isSet] = receive(answers, value, next.value !== undefined)
    if (isSet) completion.details = undefined
    // Writing to the field ends a composition, without an event in Chromium (156).
    const isCutShort = composition.over && (isSet || isLocked(input))
    if (isCutShort) composition.over = undefined
    // Text in the field that is not known yet is of an `input` event still on its way: somebody
    // who listens further up, in the capture phase, has rendered before it got here.
    if (value !== view.value || isReset || isCutShort) show(value, accepted, isResized)
    reportCompletion()
  }

  /** Shows the value that the parent has rendered with. */
  function show(value: string, accepted: Edit | undefined, isResized: boolean): void {
    if (composition.over) {
      // A late answer: what is being composed goes on from it.
      if (accepted) composition.over = accepted
      update({ value })
      return
    }
    // A parent that rewords (to capitals, say) leaves the caret where it is.
    const isReworded = value.length === view.value.length && !isResized
    if (input.value !== value) write(value)
    select(accepted ?? (isReworded ? { ...view, value } : caret(value)))
  }

  function handleFocus(): void {
    // React focuses by `autoFocus` before it gives the input to its ref.
    if (!input) return
    update({ isFocused: true })
    // Back from another window (to read the message, say) the selection is as it was left.
    if (!selection.isAway) {
      // What the parent left unanswered until now it has refused.
      completion.details = undefined
      select(caret(view.value))
    }
    selection.isAway = false
  }

  function attach(node: HTMLInputElement | null): void {
    if (node && node !== input) {
      if (input) node.value = view.value
      composition.over = undefined
      input = node
      write = watchForeignWrites(node, adoptWrite)
    }
    const listen = node ? 'addEventListener' : 'removeEventListener'
    input[listen]('beforeinput', handleBeforeInput as EventListener)
    input[listen]('input', handleInput)
    input[listen]('change', handleInput)
    input[listen]('selectionchange', followSelection)
    // Chromium reports a selection in a shadow tree nowhere else (156).
    if (!node || input.getRootNode() !== input.ownerDocument) {
      input.ownerDocument[listen]('selectionchange', followSelection)
    }
    followForm(node && node.form)
    if (!node) return
    if (!hasFocus(input)) update({ isFocused: false })
    else if (!view.isFocused) handleFocus()
  }

  return {
    attach,
    sync,
    read,
    select,
    length: () => options.length,
    fill(text, reason) {
      composition.over = undefined
      return Boolean(input) && take(text, reason)
    },
    isSubmitting: ({ timeStamp }) =>
      options.busy || (options.autoSubmit && isRecent(completion, timeStamp)),
    form: () => input?.form,
    handlers: {
      onFocus: handleFocus,
      onBlur() {
        selection.isAway = hasFocus(input)
        update({ isFocused: false })
      },
      // Before the app's handlers: what they set is rendered after them.
      onChangeCapture() {
        if (eventInFlight.isAwaited) draw((view = { ...view }))
        eventInFlight = {}
      },
      // Safari and older Chromium report a selection to the document, where React listens.
      onSelect: followSelection,
      onCompositionStart() {
        composition.over = read()
      },
      onCompositionEnd: handleCompositionEnd,
    },
  }
}
