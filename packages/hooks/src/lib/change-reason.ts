/** Why the text of an input changed. The names are Base UI's where it has one. */
export type InputChangeReason =
  /** A key, or a composition. */
  | 'input-change'
  | 'input-clear'
  | 'input-paste'
  | 'input-drop'
  /** A suggestion above the keyboard, a password manager or the browser filled it in. */
  | 'input-autofill'
  /** Undo or redo. */
  | 'input-undo'
  /** The form was reset. */
  | 'form-reset'
  /** A method of the hook, such as `setText`, or a new prop. */
  | 'imperative-action'

// No `inputType` at all: a program changed the value.
const reasons: [RegExp, InputChangeReason][] = [
  [/^delete/, 'input-clear'],
  [/^history/, 'input-undo'],
  [/Drop$/, 'input-drop'],
  [/Paste|Yank/, 'input-paste'],
  [/^$|Replacement/, 'input-autofill'],
]

/**
 * What an input event says of itself. A key inserts one character; a suggestion several at once.
 */
export function reasonOf(inputType: string | undefined, inserted: string): InputChangeReason {
  if (inputType === 'insertText' && inserted.length > 1) return 'input-autofill'
  return reasons.find(([pattern]) => pattern.test(inputType ?? ''))?.[1] ?? 'input-change'
}
