/** The name every node of the flow carries as `data-scope`. */
export const verificationFlowScope = 'verification-flow'

/** The names of its nodes, as `data-part`. */
export const verificationFlowParts = [
  'root',
  'step',
  'heading',
  'intro',
  'form',
  'submit',
  'cancel',
  'new-code',
  'change-number',
  'resume-number',
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
  'security-note',
  'toggle-time',
] as const

export type VerificationFlowPart = (typeof verificationFlowParts)[number]

export const partSelector = (part: VerificationFlowPart): string =>
  `[data-scope="${verificationFlowScope}"][data-part="${part}"]`
