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

export interface CodeInputDetails {
  reason: CodeInputReason
  /** The DOM event behind the change, when there was one. */
  event: Event | undefined
}

const reasons: Record<string, CodeInputReason> = {
  insertFromPaste: 'pasted',
  insertFromPasteAsQuotation: 'pasted',
  insertFromYank: 'pasted',
  insertFromDrop: 'dropped',
  insertReplacementText: 'autofilled',
  historyUndo: 'undone',
  historyRedo: 'undone',
}

/** Several characters in one insertion come from a suggestion above the keyboard, not a key. */
export function reasonOf(inputType: string | undefined, text: string): CodeInputReason {
  if (!inputType) return 'autofilled'
  if (inputType.startsWith('delete')) return 'deleted'
  if (inputType === 'insertText' && text.length > 1) return 'autofilled'
  return reasons[inputType] ?? 'typed'
}
