export {
  VerificationFlowCancel,
  VerificationFlowChangeNumber,
  VerificationFlowKeepNumber,
  VerificationFlowNewCode,
  VerificationFlowRetry,
  VerificationFlowSendCode,
  VerificationFlowVerify,
} from './verification-flow-actions.tsx'
export type { VerificationFlowButtonProps } from './verification-flow-actions.tsx'
export { VerificationFlowCode, VerificationFlowCodeForm } from './verification-flow-code.tsx'
export { useVerificationFlow } from './verification-flow-context.ts'
export type { CountdownStyle, UseVerificationFlowReturn } from './verification-flow-context.ts'
export { VerificationFlowMessage } from './verification-flow-message.tsx'
export { VerificationFlowPhone, VerificationFlowPhoneForm } from './verification-flow-phone.tsx'
export type {
  VerificationFlowPhoneFormProps,
  VerificationFlowPhoneProps,
} from './verification-flow-phone.tsx'
export { VerificationFlowRoot } from './verification-flow-root.tsx'
export type { VerificationFlowRootProps } from './verification-flow-root.tsx'
export type { VerificationFlowScreenProps } from './verification-flow-screen.tsx'
export { VerificationFlowStopped } from './verification-flow-stopped.tsx'
export {
  VerificationFlowHeading,
  VerificationFlowIntro,
  VerificationFlowSafety,
} from './verification-flow-text.tsx'
export {
  VerificationFlowNext,
  VerificationFlowTime,
  VerificationFlowValidity,
  VerificationFlowWindow,
} from './verification-flow-time.tsx'
export { VerificationFlowVerified } from './verification-flow-verified.tsx'
export { VerificationFlowWaits } from './verification-flow-waits.tsx'
export { VerificationFlow } from './verification-flow.tsx'
export type { VerificationFlowProps } from './verification-flow.tsx'
export { formatSeconds } from '@phoneproof/hooks/countdown'
export { useVerification, verificationMessages } from '@phoneproof/hooks/verification'
export type {
  FlowErrorKind,
  FlowEvent,
  FlowNoticeKind,
  FlowStorage,
  FlowTransition,
  Step,
  UseVerificationOptions,
  UseVerificationReturn,
  Verification,
  VerificationMessages,
  VerificationState,
} from '@phoneproof/hooks/verification'
