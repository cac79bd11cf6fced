export { CodeInput } from './code-input/code-input.tsx'
export type { CodeInputProps } from './code-input/code-input.tsx'
export { CodeInputRoot } from './code-input/code-input-root.tsx'
export type { CodeInputRootProps } from './code-input/code-input-root.tsx'
export { CodeInputSeparator } from './code-input/code-input-separator.tsx'
export type { CodeInputSeparatorProps } from './code-input/code-input-separator.tsx'
export { CodeInputSlot } from './code-input/code-input-slot.tsx'
export type { CodeInputSlotProps } from './code-input/code-input-slot.tsx'
export {
  formatSeconds,
  PhoneproofProvider,
  useMessages,
  useVerification,
  verificationMessages,
} from '@phoneproof/hooks'
export type {
  FlowErrorKind,
  FlowEvent,
  FlowNoticeKind,
  FlowStorage,
  FlowTransition,
  MessageOverrides,
  Messages,
  PhoneproofProviderProps,
  Step,
  UseVerificationOptions,
  UseVerificationReturn,
  Verification,
  VerificationMessages,
  VerificationState,
} from '@phoneproof/hooks'
export { PhoneEntry } from './phone-entry/index.ts'
export type { PhoneEntryProps } from './phone-entry/index.ts'
export type { PhoneEntryDetails, PhoneProblem, PhoneStatus } from '@phoneproof/hooks'
export {
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
} from './verification-flow/index.ts'
export type {
  CountdownStyle,
  UseVerificationFlowReturn,
  VerificationFlowButtonProps,
  VerificationFlowPhoneFormProps,
  VerificationFlowPhoneProps,
  VerificationFlowProps,
  VerificationFlowRootProps,
  VerificationFlowScreenProps,
} from './verification-flow/index.ts'
