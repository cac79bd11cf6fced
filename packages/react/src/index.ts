export { CodeInput } from './code-input/code-input.tsx'
export type { CodeInputProps } from './code-input/code-input.tsx'
export { CodeInputRoot } from './code-input/code-input-root.tsx'
export type { CodeInputRootProps } from './code-input/code-input-root.tsx'
export { CodeInputSeparator } from './code-input/code-input-separator.tsx'
export type { CodeInputSeparatorProps } from './code-input/code-input-separator.tsx'
export { CodeInputSlot } from './code-input/code-input-slot.tsx'
export type { CodeInputSlotProps } from './code-input/code-input-slot.tsx'
export { PhoneproofProvider, useMessages } from './provider.ts'
export type { MessageOverrides, Messages, PhoneproofProviderProps } from './provider.ts'
export { PhoneEntry } from './phone-entry/index.ts'
export type {
  PhoneEntryDetails,
  PhoneEntryProps,
  PhoneProblem,
  PhoneStatus,
} from './phone-entry/index.ts'
export {
  formatSeconds,
  useVerificationFlow,
  useVerificationFlowContext,
  VerificationFlow,
  VerificationFlowCancel,
  VerificationFlowChangeNumber,
  VerificationFlowCode,
  VerificationFlowCodeForm,
  VerificationFlowHeading,
  VerificationFlowIntro,
  VerificationFlowResumeNumber,
  VerificationFlowMessage,
  VerificationFlowNewCode,
  VerificationFlowNextDelivery,
  VerificationFlowPhone,
  VerificationFlowPhoneForm,
  VerificationFlowRetry,
  VerificationFlowRoot,
  VerificationFlowSecurityNote,
  VerificationFlowSendCode,
  VerificationFlowProblem,
  VerificationFlowTime,
  VerificationFlowValidity,
  VerificationFlowVerified,
  VerificationFlowVerify,
  VerificationFlowWaitReasons,
  VerificationFlowCooldown,
  verificationFlowMessages,
} from './verification-flow/index.ts'
export type {
  CountdownStyle,
  FlowErrorKind,
  FlowEvent,
  FlowNoticeKind,
  FlowStorage,
  FlowTransition,
  FlowStepName,
  UseVerificationFlowOptions,
  UseVerificationFlowContextReturn,
  UseVerificationFlowReturn,
  Verification,
  VerificationFlowButtonProps,
  VerificationFlowPhoneFormProps,
  VerificationFlowPhoneProps,
  VerificationFlowProps,
  VerificationFlowRootProps,
  VerificationFlowScreenProps,
  VerificationFlowMessages,
  FlowState,
} from './verification-flow/index.ts'
