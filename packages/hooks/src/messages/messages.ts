import type { CodeInputMessages } from '../code-input/code-input.messages.ts'
import type { PhoneEntryMessages } from '../phone-entry/phone-entry.messages.ts'
import type { VerificationFlowMessages } from '../verification-flow/view/verification-flow.messages.ts'

/** All texts that a person can read, by surface. */
export interface Messages {
  codeInput: CodeInputMessages
  phoneEntry: PhoneEntryMessages
  verificationFlow: VerificationFlowMessages
}

/**
 * Messages that replace the English ones: a whole locale, or single ones, also within a record such as
 * `errors`. Each surface brings its own English (`codeInputMessages`, …), so an app that uses one surface
 * ships the messages of one.
 */
export type MessageOverrides = { [Surface in keyof Messages]?: Some<Messages[Surface]> | undefined }

/** Some members of an object, and of the objects in it. A message itself is never partial. */
type Some<Texts> = {
  [Name in keyof Texts]?:
    | (Texts[Name] extends string | ((...values: never[]) => string)
        ? Texts[Name]
        : Some<Texts[Name]>)
    | undefined
}
