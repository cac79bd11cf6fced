/** The words of this surface. Functions where they take values. */
export interface VerificationMessages {
  label: string
}

export const verificationMessages: VerificationMessages = {
  label: 'Verification code',
}
