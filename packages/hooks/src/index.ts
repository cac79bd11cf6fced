export { codeInputMessages } from './code-input/code-input.messages.ts'
export type { CodeInputMessages } from './code-input/code-input.messages.ts'
export type { CodeInputDetails, CodeInputReason } from './code-input/editor-options.ts'
export { extractCode } from './code-input/extract-code.ts'
export { normalizeDigits } from './lib/normalize-digits.ts'
export { useCodeInput } from './code-input/use-code-input.ts'
export type { UseCodeInputOptions } from './code-input/code-input-options.ts'
export type { UseCodeInputReturn } from './code-input/use-code-input.ts'
export { formatSeconds } from './countdown/countdown.ts'
export type { CountdownUnit } from './countdown/countdown.ts'
export { useCountdown } from './countdown/use-countdown.ts'
export type { FlowStorage } from './lib/browser-environment.ts'
export type { MessageOverrides, Messages } from './messages/messages.ts'
export { useMessages } from './messages/use-messages.ts'
export { listedCountry } from './phone-entry/country-names.ts'
export type { PhoneStatus } from './phone-entry/judge-number.ts'
export type { ListedCountry } from './phone-entry/match-countries.ts'
export { loadNumberMetadata } from './phone-entry/number-metadata.ts'
export type { PhoneEntryDetails } from './phone-entry/phone-detail.ts'
export { phoneEntryMessages } from './phone-entry/phone-entry.messages.ts'
export type { PhoneEntryMessages, PhoneProblem } from './phone-entry/phone-entry.messages.ts'
export { formatPhone, isLandline, maskPhone, samePhone } from './phone-entry/phone-text.ts'
export { useCountryList } from './phone-entry/use-country-list.ts'
export type { UseCountryListOptions, UseCountryListReturn } from './phone-entry/use-country-list.ts'
export { useCountryPicker } from './phone-entry/use-country-picker.ts'
export type {
  UseCountryPickerOptions,
  UseCountryPickerReturn,
} from './phone-entry/use-country-picker.ts'
export { usePhoneEntry } from './phone-entry/use-phone-entry.ts'
export type {
  PhoneCountry,
  UsePhoneEntryOptions,
  UsePhoneEntryReturn,
} from './phone-entry/use-phone-entry.ts'
export { usePhoneText } from './phone-entry/use-phone-text.ts'
export type { PhoneText } from './phone-entry/use-phone-text.ts'
export { usePhoneproof } from './provider/phoneproof-context.ts'
export { PhoneproofProvider } from './provider/phoneproof-provider.tsx'
export type { PhoneproofProviderProps } from './provider/phoneproof-provider.tsx'
export {
  useCancelVerification,
  useCheckCode,
  useStartVerification,
} from './verification-flow/binding/use-requests.ts'
export { useFlowTexts } from './verification-flow/binding/use-flow-texts.ts'
export type { FlowTexts } from './verification-flow/binding/use-flow-texts.ts'
export type { UserAction, WaitReason } from './verification-flow/machine/availability.ts'
export type { Deadlines, Verification } from './verification-flow/machine/deadlines.ts'
export type { FlowEvent } from './verification-flow/machine/flow-events.ts'
export type {
  FlowErrorKind,
  FlowNoticeKind,
  FlowState,
  FlowStepName,
} from './verification-flow/machine/flow-state.ts'
export type { FlowTransition } from './verification-flow/machine/flow-transition.ts'
export type { FlowProblem, FlowScreen } from './verification-flow/machine/screen.ts'
export type { VerifiedResult } from './verification-flow/runtime/callbacks.ts'
export { useVerificationFlow } from './verification-flow/use-verification-flow.ts'
export type { UseVerificationFlowReturn } from './verification-flow/use-verification-flow.ts'
export type { UseVerificationFlowOptions } from './verification-flow/verification-flow-options.ts'
export { verificationFlowMessages } from './verification-flow/view/verification-flow.messages.ts'
export type { VerificationFlowMessages } from './verification-flow/view/verification-flow.messages.ts'
