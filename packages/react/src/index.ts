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
  useVerification,
  useVerificationFlow,
  VerificationFlow,
  VerificationFlowCancel,
  VerificationFlowChangeNumber,
  VerificationFlowCode,
  VerificationFlowCodeForm,
  VerificationFlowHeading,
  VerificationFlowIntro,
  VerificationFlowKeepNumber,
  VerificationFlowMessage,
  VerificationFlowNewCode,
  VerificationFlowNext,
  VerificationFlowPhone,
  VerificationFlowPhoneForm,
  VerificationFlowRetry,
  VerificationFlowRoot,
  VerificationFlowSafety,
  VerificationFlowSendCode,
  VerificationFlowStopped,
  VerificationFlowTime,
  VerificationFlowValidity,
  VerificationFlowVerified,
  VerificationFlowVerify,
  VerificationFlowWaits,
  VerificationFlowWindow,
  verificationMessages,
} from './verification-flow/index.ts'
export type {
  CountdownStyle,
  FlowErrorKind,
  FlowEvent,
  FlowNoticeKind,
  FlowStorage,
  FlowTransition,
  Step,
  UseVerificationOptions,
  UseVerificationFlowReturn,
  UseVerificationReturn,
  Verification,
  VerificationFlowButtonProps,
  VerificationFlowPhoneFormProps,
  VerificationFlowPhoneProps,
  VerificationFlowProps,
  VerificationFlowRootProps,
  VerificationFlowScreenProps,
  VerificationMessages,
  VerificationState,
} from './verification-flow/index.ts'
