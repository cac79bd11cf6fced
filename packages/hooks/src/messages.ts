import type { CodeInputMessages } from './code-input/code-input.messages.ts'
import type { PhoneEntryMessages } from './phone-entry/phone-entry.messages.ts'
import type { VerificationMessages } from './verification/verification.messages.ts'

/** Every word a person can read, by surface. */
export interface Messages {
  codeInput: CodeInputMessages
  phoneEntry: PhoneEntryMessages
  verification: VerificationMessages
}

/**
 * Words to put over the English ones: a whole locale, or single strings. Each surface brings its
 * own English (`codeInputMessages`, …), so an app that uses one surface ships the words of one.
 */
export type MessageOverrides = {
  [Surface in keyof Messages]?: Partial<Messages[Surface]> | undefined
}
