/** How a value came to be. */
export type CodeInputReason =
  | 'typed'
  | 'deleted'
  | 'pasted'
  | 'dropped'
  /** By the keyboard's suggestion, a password manager, the browser or WebOTP. */
  | 'autofilled'
  /** Undo or redo. */
  | 'undone'
  /** The form was reset. */
  | 'reset'
  /** `setValue` of the hook. */
  | 'set'

/** What `onValueChange` is told beside the value. */
export interface CodeInputDetails {
  reason: CodeInputReason
  /** The DOM event behind the change, when there was one. */
  event: Event | undefined
}

// What an `inputType` says. No type at all is a program's doing.
const reasons: [RegExp, CodeInputReason][] = [
  [/^delete/, 'deleted'],
  [/^history/, 'undone'],
  [/Drop$/, 'dropped'],
  [/Paste|Yank/, 'pasted'],
  [/^$|Replacement/, 'autofilled'],
]

/** Several characters in one insertion come from a suggestion above the keyboard, not a key. */
export function reasonOf(inputType: string | undefined, text: string): CodeInputReason {
  if (inputType === 'insertText' && text.length > 1) return 'autofilled'
  return reasons.find(([pattern]) => pattern.test(inputType ?? ''))?.[1] ?? 'typed'
}
