/** The texts of the code field. Those that take values are functions. */
export interface CodeInputMessages {
  label: string
  /** Announced by the optional live region once the code is whole. It never says the digits. */
  complete: (length: number) => string
  /** Why a form with part of a code is not sent. Browsers show it below the field. */
  incomplete: (length: number, hasLetters: boolean) => string
}

/** The English texts of the code field. */
export const codeInputMessages: CodeInputMessages = {
  label: 'Verification code',
  complete: (length) => `${length} of ${length} entered`,
  incomplete: (length, hasLetters) =>
    `Enter all ${length} ${hasLetters ? 'characters' : 'digits'} of the code.`,
}
