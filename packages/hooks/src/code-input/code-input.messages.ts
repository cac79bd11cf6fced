/** The words of this surface. Functions where they take values. */
export interface CodeInputMessages {
  label: string
  /** Said by the optional live region once the code is whole; never the digits themselves. */
  complete: (length: number) => string
}

export const codeInputMessages: CodeInputMessages = {
  label: 'Verification code',
  complete: (length) => `${length} of ${length} entered`,
}
