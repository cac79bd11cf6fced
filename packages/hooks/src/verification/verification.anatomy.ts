/** The name every node of the flow carries as `data-scope`. */
export const verificationScope = 'verification'

/** The names of its nodes, as `data-part`. */
export const verificationParts = [
  'root',
  'step',
  'heading',
  'intro',
  'form',
  'submit',
  'cancel',
  'new-code',
  'change-number',
  'keep-number',
  'retry',
  'different-number',
  'time',
  'validity',
  'ring',
  'next',
  'wait',
  'spinner',
  'mark',
  'timer',
  'notice',
  'message',
  'actions',
  'status',
  'alert',
  'safety',
  'toggle-time',
] as const

export type VerificationPart = (typeof verificationParts)[number]

export const partSelector = (part: VerificationPart): string =>
  `[data-scope="${verificationScope}"][data-part="${part}"]`
