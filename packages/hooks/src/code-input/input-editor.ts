import type { ComponentPropsWithoutRef, Ref, RefCallback } from 'react'
import { reasonOf } from '../lib/change-reason.ts'
import { createRefJoiner } from '../lib/join-refs.ts'
import { safely } from '../lib/safely.ts'
import { createCaretHandlers, type CaretHandlers } from './caret-handlers.ts'
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
import { awaited, firstAnswers, receive, report } from './parent-answers.ts'
import { reasonOfEdit } from './read-input.ts'
import { applySelection, type HeldSelection } from './selection.ts'

export interface InputEditor {
  /** For `ref`, joined with a ref of the app's. */
  readonly joinRef: (yours: Ref<HTMLInputElement> | undefined) => RefCallback<HTMLInputElement>
  /** After each commit: the DOM follows the value, and a completion is reported. */
  readonly sync: (options: EditorOptions) => void
  /** Takes text as if it were pasted. False when the field is locked or nothing was usable. */
  readonly fill: (text: string, reason: CodeInputReason) => boolean
  readonly form: () => HTMLFormElement | null | undefined
  /** What React can report. The rest has to be heard before anybody else hears of it. */
  readonly handlers: EditorHandlers
}

export type EditorHandlers = CaretHandlers &
  Pick<
    ComponentPropsWithoutRef<'input'>,
    | 'onFocus'
    | 'onBlur'
    | 'onSelect'
    | 'onChangeCapture'
    | 'onCompositionStart'
    | 'onCompositionEnd'
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
  const selection: HeldSelection = { until: 0 }
  const followForm = createResetListener((event) => {
    composition.over = undefined
    commit(caret(clampCode(options.defaultValue, options)), 'form-reset', event)
  })

  // What no event causes happens now, and a new event knows when that is.
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
    // Composed text is in the field already, and no callback has heard of it.
    insert(insertion, input, value, done && view.draft !== undefined, done)

  /** The edit to go on from. A parent that holds the value by `onChange` answers at once, as with any input. */
  const latest = (event: Event | undefined): Edit =>
    awaited(answers, timeOf(event), Boolean(options.onValueChange)) ?? view

  /** Brings an unanswered edit back into the field, and gives what there is to edit. */
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
    const isComplete = value.length === options.length && (isWhole || before.length < value.length)
    const details: CodeInputDetails = { reason, event }
    select(edit)
    if (value !== before || value !== answers.known) {
      report(answers, edit, timeOf(event))
      completion.details = undefined
      options.onValueChange?.(value, details)
    }
    if (canComplete && isComplete) {
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
    // Browsers send `change` when the field is left. For a script it may be the only event it sends.
    if (event.type === 'change' && raw === view.value && raw === answers.known) return
    let before = latest(event).value
    // An event without a type is no keyboard's: a program has set all of the text.
    if (!inputType) composition.over = undefined
    const given = reasonOf(inputType, text)
    let reason: CodeInputReason | undefined = given
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
    } else reason = reasonOfEdit(raw, given, isLocked(input), options)
    // At the end of the selection: undoing selects all that was put in at once, and the next key would
    // replace all of it.
    if (reason)
      return commit(settleText(raw, input.selectionEnd ?? 0, before, options), reason, event)
    take(raw, given, event, nothing)
    // The event of our insertion has reported what became of it.
    if (input.value !== raw && event.type === 'input') event.stopImmediatePropagation()
  }

  function handleCompositionEnd({ nativeEvent }: { nativeEvent: CompositionEvent }): void {
    const { over } = composition
    composition.over = undefined
    if (!over || insertion.done) return
    // What counted step by step is in the value. What does not belong is taken out.
    take(leftToTake(nativeEvent.data, options), 'input-change', nativeEvent, over)
  }

  /** A script wrote the value. It is adopted without a callback, like any write to an input. */
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
    // Otherwise the text in the field is left alone. It may be newer than the value: its `input` event
    // is on its way, and somebody further up has rendered in the capture phase.
    if (value !== view.value || isReset || isCutShort) show(value, accepted, isResized)
    reportCompletion()
  }

  /** Shows the value that the parent has rendered with. */
  function show(value: string, accepted: Edit | undefined, isResized: boolean): void {
    if (composition.over) {
      // A late answer. The composition goes on from it.
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
    // Coming back from another window (to read the message, say) keeps the selection.
    if (!selection.isAway) {
      // What the parent has not accepted by now it has refused.
      completion.details = undefined
      select(caret(view.value))
    }
    selection.isAway = false
  }

  /** The same input may come twice (StrictMode), and another one may take its place. */
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
    joinRef: createRefJoiner(attach),
    sync,
    fill(text, reason) {
      composition.over = undefined
      return Boolean(input) && take(text, reason)
    },
    form: () => input?.form,
    handlers: {
      ...createCaretHandlers(
        read,
        select,
        () => options.length,
        (at) => options.busy || (options.autoSubmit && isRecent(completion, at)),
      ),
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
