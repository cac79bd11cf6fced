import type { InputChangeReason } from '../lib/change-reason.ts'
import type { Edit } from './code-input.state.ts'
import type { CodeRules } from './extract-code.ts'

/** How a code came to be. */
export type CodeInputReason = InputChangeReason

/** What `onValueChange` is told beside the value. */
export interface CodeInputDetails {
  reason: CodeInputReason
  /** The DOM event behind the change, when there was one. */
  event: Event | undefined
}

/** What the editor wants drawn. */
export interface EditorView extends Edit {
  isFocused: boolean
  /** Text that is still being composed. It is drawn in place of the value; no callback hears of it. */
  draft?: string | undefined
}

export interface EditorOptions extends CodeRules {
  /** Leave it undefined, and the field keeps the value itself. */
  value?: string | undefined
  defaultValue?: string | undefined
  /** Called after each edit, once for each new value. Not for what the parent sets, nor for a script that sends no event. */
  onValueChange?: ((value: string, details: CodeInputDetails) => void) | undefined
  /**
   * Called after the commit in which an edit completed the code, and again when a whole code is
   * pasted or filled in over an equal one. Not when the parent refused the value, and not for
   * undo, redo or a reset.
   */
  onValueComplete?: ((value: string, details: CodeInputDetails) => void) | undefined
  /** Called for typed or pasted text with nothing usable in it. The value has not changed. */
  onValueInvalid?: ((text: string, details: CodeInputDetails) => void) | undefined
  /** Submits the form once for each completion, after `onValueComplete`. @default false */
  autoSubmit?: boolean | undefined
  /** A check is under way: the field is read-only and `aria-busy`, and Enter does not submit. @default false */
  busy?: boolean | undefined
}
