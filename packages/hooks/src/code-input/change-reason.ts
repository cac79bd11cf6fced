/** How a value came to be. Named as in Base UI, where it has a name for it. */
export type CodeInputReason =
  /** A key, a composition, dictation. */
  | 'input-change'
  /** Something was deleted. */
  | 'input-clear'
  | 'input-paste'
  | 'input-drop'
  /** By the keyboard's suggestion, a password manager, the browser or WebOTP. */
  | 'input-autofill'
  /** Undo or redo. */
  | 'input-undo'
  /** The form was reset. */
  | 'form-reset'
  /** `setValue` of the hook. */
  | 'imperative-action'

export interface CodeInputDetails {
  reason: CodeInputReason
  /** The DOM event behind the change, when there was one. */
  event: Event | undefined
}

// What an `inputType` says. An event without one comes from a program.
const reasons: [RegExp, CodeInputReason][] = [
  [/^delete/, 'input-clear'],
  [/^history/, 'input-undo'],
  [/Drop$/, 'input-drop'],
  [/Paste|Yank/, 'input-paste'],
  [/^$|Replacement/, 'input-autofill'],
]

/** Several characters in one insertion come from a suggestion above the keyboard, not from a key. */
export function reasonOf(inputType: string | undefined, text: string): CodeInputReason {
  if (inputType === 'insertText' && text.length > 1) return 'input-autofill'
  return reasons.find(([pattern]) => pattern.test(inputType ?? ''))?.[1] ?? 'input-change'
}
