/** The words of this surface. Functions where they take values. */
export interface CodeInputMessages {
  label: string
  /** Said by the optional live region once the code is whole; never the digits themselves. */
  complete: (length: number) => string
  /** Why a form is not sent with a part of a code. Browsers show it below the field. */
  incomplete: (length: number, hasLetters: boolean) => string
}

/** The English texts of the code field. */
export const codeInputMessages: CodeInputMessages = {
  label: 'Verification code',
  complete: (length) => `${length} of ${length} entered`,
  incomplete: (length, hasLetters) =>
    `Enter all ${length} ${hasLetters ? 'characters' : 'digits'} of the code.`,
}
