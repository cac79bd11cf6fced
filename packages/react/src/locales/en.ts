import {
  codeInputMessages,
  phoneEntryMessages,
  verificationFlowMessages,
  type Messages,
} from '@phoneproof/hooks/messages'

/** English, as in Britain: the words that are there without a locale. */
export const en: Messages = {
  codeInput: codeInputMessages,
  phoneEntry: phoneEntryMessages,
  verificationFlow: verificationFlowMessages,
}
