export { useFlowTexts } from './binding/use-flow-texts.ts'
export type { FlowTexts } from './binding/use-flow-texts.ts'
export {
  useCancelVerification,
  useCheckCode,
  useStartVerification,
} from './binding/use-requests.ts'
export type { FlowStorage } from '../lib/browser-environment.ts'
export type { UserAction, WaitReason } from './machine/availability.ts'
export type { Deadlines, Verification } from './machine/deadlines.ts'
export type { FlowEvent } from './machine/flow-events.ts'
export type {
  FlowErrorKind,
  FlowNoticeKind,
  FlowState,
  FlowStepName,
} from './machine/flow-state.ts'
export type { FlowTransition } from './machine/flow-transition.ts'
export type { FlowProblem, FlowScreen } from './machine/screen.ts'
export type { VerifiedResult } from './runtime/callbacks.ts'
export { useVerificationFlow } from './use-verification-flow.ts'
export type { UseVerificationFlowReturn } from './use-verification-flow.ts'
export type { UseVerificationFlowOptions } from './verification-flow-options.ts'
export { verificationFlowMessages } from './view/verification-flow.messages.ts'
export type { VerificationFlowMessages } from './view/verification-flow.messages.ts'
