import type { CodeInputMessages } from '../code-input/code-input.messages.ts'
import type { PhoneEntryMessages } from '../phone-entry/phone-entry.messages.ts'
import type { VerificationFlowMessages } from '../verification-flow/view/verification-flow.messages.ts'

/** Every word a person can read, by surface. */
export interface Messages {
  codeInput: CodeInputMessages
  phoneEntry: PhoneEntryMessages
  verificationFlow: VerificationFlowMessages
}

/**
 * Words to put over the English ones: a whole locale, or single strings, also out of a record such
 * as `errors`. Each surface brings its own English (`codeInputMessages`, …), so an app that uses one
 * surface ships the words of one.
 */
export type MessageOverrides = { [Surface in keyof Messages]?: Some<Messages[Surface]> | undefined }

/** Some members of an object, and of the objects in it; a message is whole. */
type Some<Words> = {
  [Name in keyof Words]?:
    | (Words[Name] extends string | ((...values: never[]) => string)
        ? Words[Name]
        : Some<Words[Name]>)
    | undefined
}
