export {
  VerificationFlowCancel,
  VerificationFlowChangeNumber,
  VerificationFlowResumeNumber,
  VerificationFlowNewCode,
  VerificationFlowRetry,
  VerificationFlowSendCode,
  VerificationFlowVerify,
} from './verification-flow-actions.tsx'
export type { VerificationFlowButtonProps } from './verification-flow-actions.tsx'
export { VerificationFlowCode, VerificationFlowCodeForm } from './verification-flow-code.tsx'
export { useVerificationFlowContext } from './verification-flow-context.ts'
export type {
  CountdownStyle,
  UseVerificationFlowContextReturn,
} from './verification-flow-context.ts'
export { VerificationFlowMessage } from './verification-flow-message.tsx'
export { VerificationFlowPhone, VerificationFlowPhoneForm } from './verification-flow-phone.tsx'
export type {
  VerificationFlowPhoneFormProps,
  VerificationFlowPhoneProps,
} from './verification-flow-phone.tsx'
export { VerificationFlowRoot } from './verification-flow-root.tsx'
export type { VerificationFlowRootProps } from './verification-flow-root.tsx'
export type { VerificationFlowScreenProps } from './verification-flow-screen.tsx'
export { VerificationFlowProblem } from './verification-flow-problem.tsx'
export {
  VerificationFlowHeading,
  VerificationFlowIntro,
  VerificationFlowSecurityNote,
} from './verification-flow-text.tsx'
export {
  VerificationFlowNextDelivery,
  VerificationFlowTime,
  VerificationFlowValidity,
  VerificationFlowCooldown,
} from './verification-flow-time.tsx'
export { VerificationFlowVerified } from './verification-flow-verified.tsx'
export { VerificationFlowWaitReasons } from './verification-flow-wait-reasons.tsx'
export { VerificationFlow } from './verification-flow.tsx'
export type { VerificationFlowProps } from './verification-flow.tsx'
export { formatSeconds } from '@phoneproof/hooks/countdown'
export { useVerificationFlow, verificationFlowMessages } from '@phoneproof/hooks/verification-flow'
export type {
  FlowErrorKind,
  FlowEvent,
  FlowNoticeKind,
  FlowStorage,
  FlowTransition,
  FlowStepName,
  UseVerificationFlowOptions,
  UseVerificationFlowReturn,
  Verification,
  VerificationFlowMessages,
  FlowState,
} from '@phoneproof/hooks/verification-flow'
