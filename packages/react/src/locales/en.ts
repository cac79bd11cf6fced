import {
  codeInputMessages,
  phoneEntryMessages,
  verificationMessages,
  type Messages,
} from '@phoneproof/hooks/words'

/** English, as in Britain: the words that are there without a locale. */
export const en: Messages = {
  codeInput: codeInputMessages,
  phoneEntry: phoneEntryMessages,
  verification: verificationMessages,
}
