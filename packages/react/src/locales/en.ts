import {
  codeInputMessages,
  phoneEntryMessages,
  verificationFlowMessages,
  type Messages,
} from '@phoneproof/hooks/messages'

/** British English: the texts that are there without a locale. */
export const en: Messages = {
  codeInput: codeInputMessages,
  phoneEntry: phoneEntryMessages,
  verificationFlow: verificationFlowMessages,
}
