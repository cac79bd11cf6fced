import { codeInputMessages, type CodeInputMessages } from './code-input/code-input.messages.ts'
import { phoneEntryMessages, type PhoneEntryMessages } from './phone-entry/phone-entry.messages.ts'
import {
  verificationMessages,
  type VerificationMessages,
} from './verification/verification.messages.ts'

/** Every word a person can read, by surface. */
export interface Messages {
  codeInput: CodeInputMessages
  phoneEntry: PhoneEntryMessages
  verification: VerificationMessages
}

/** Words to put over the English ones: whole locales or single strings. */
export type MessageOverrides = {
  [Surface in keyof Messages]?: Partial<Messages[Surface]> | undefined
}

export const englishMessages: Messages = {
  codeInput: codeInputMessages,
  phoneEntry: phoneEntryMessages,
  verification: verificationMessages,
}

export function mergeMessages(overrides: MessageOverrides | undefined): Messages {
  if (overrides === undefined) return englishMessages
  return {
    codeInput: { ...codeInputMessages, ...overrides.codeInput },
    phoneEntry: { ...phoneEntryMessages, ...overrides.phoneEntry },
    verification: { ...verificationMessages, ...overrides.verification },
  }
}
