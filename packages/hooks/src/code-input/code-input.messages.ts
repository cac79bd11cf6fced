/** The words of this surface. Functions where they take values. */
export interface CodeInputMessages {
  label: string
}

export const codeInputMessages: CodeInputMessages = {
  label: 'Verification code',
}
