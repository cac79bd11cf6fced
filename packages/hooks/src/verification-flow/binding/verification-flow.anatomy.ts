/** The value of `data-scope` on every node of the flow. */
export const verificationFlowScope = 'verification-flow'

/** The values of `data-part`: what styles and tests hold on to. */
export const verificationFlowParts = [
  'root',
  'screen',
  'heading',
  'intro',
  'codes-valid',
  'form',
  'send-code',
  'verify',
  'actions',
  'main-action',
  'new-code',
  'cancel',
  'retry',
  'change-number',
  'resume-number',
  'time',
  'validity',
  'validity-ring',
  'upcoming',
  'cooldown',
  'next-delivery',
  'timer',
  'wait',
  'toggle-time',
  'wait-reason',
  'error',
  'notice',
  'security-note',
  'spinner',
  'verified-mark',
  'status',
  'alert',
] as const

export type VerificationFlowPart = (typeof verificationFlowParts)[number]

export interface VerificationFlowPartIdentity {
  'data-scope': typeof verificationFlowScope
  'data-part': VerificationFlowPart
}

export const verificationFlowPart = (part: VerificationFlowPart): VerificationFlowPartIdentity => ({
  'data-scope': verificationFlowScope,
  'data-part': part,
})

export const partSelector = (part: VerificationFlowPart): string =>
  `[data-scope="${verificationFlowScope}"][data-part="${part}"]`
