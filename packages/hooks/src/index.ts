export type { CodeInputDetails, CodeInputReason } from './code-input/change-reason.ts'
export { codeInputScope } from './code-input/code-input.anatomy.ts'
export type { CodeInputPart } from './code-input/code-input.anatomy.ts'
export type { CodeInputMessages } from './code-input/code-input.messages.ts'
export { extractCode, normalizeDigits } from './code-input/extract-code.ts'
export type { CodeRules } from './code-input/extract-code.ts'
export { useCodeInput } from './code-input/use-code-input.ts'
export type { UseCodeInputOptions, UseCodeInputReturn } from './code-input/use-code-input.ts'
export type { CodeInputPropGetters } from './code-input/code-input.props.ts'
export type { MessageOverrides, Messages } from './messages.ts'
export { createCountdown, formatSeconds, secondsLeft } from './countdown/countdown.ts'
export type { Countdown } from './countdown/countdown.ts'
export { useCountdown } from './countdown/use-countdown.ts'
export { invariant, warnOnce } from './lib/developer-message.ts'
export type { DeveloperMessage } from './lib/developer-message.ts'
export { mergeProps } from './lib/merge-props.ts'
export { useMessages } from './use-messages.ts'
export { codeInputMessages } from './code-input/code-input.messages.ts'
export { countryName, listedCountry } from './phone-entry/country-names.ts'
export type { PhoneStatus } from './phone-entry/judge-number.ts'
export { matchCountries } from './phone-entry/match-countries.ts'
export type { ListedCountry } from './phone-entry/match-countries.ts'
export { loadNumberMetadata } from './phone-entry/number-metadata.ts'
export type { PhoneDetail, PhoneEntryDetails, PhoneReason } from './phone-entry/phone-detail.ts'
export { phoneEntryPart, phoneEntryScope } from './phone-entry/phone-entry.anatomy.ts'
export type { PhoneEntryPart } from './phone-entry/phone-entry.anatomy.ts'
export { phoneEntryMessages } from './phone-entry/phone-entry.messages.ts'
export type {
  PhoneEntryMessages,
  PhoneProblem,
  PhoneRefusal,
} from './phone-entry/phone-entry.messages.ts'
export type { PhoneEntryPropGetters } from './phone-entry/phone-entry.props.ts'
export { formatPhone, isLandline, maskPhone, samePhone } from './phone-entry/phone-text.ts'
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
export { verificationMessages } from './verification/verification.messages.ts'
export { usePhoneproof } from './phoneproof-context.ts'
export type { PhoneproofContextValue } from './phoneproof-context.ts'
export { PhoneproofProvider } from './phoneproof-provider.tsx'
export type { PhoneproofProviderProps } from './phoneproof-provider.tsx'
export type { AnnouncementKind } from './verification/announcements.state.ts'
export { keepable } from './verification/abandoned.state.ts'
export type { FlowEvent } from './verification/flow-events.state.ts'
export type { FlowStorage } from './verification/page.ts'
export {
  callInProgress,
  lastMinuteMs,
  nextDelivery,
  timelineOf,
} from './verification/timeline.state.ts'
export type { ScheduledDelivery, Timeline, Verification } from './verification/timeline.state.ts'
export {
  useCancelVerification,
  useCheckCode,
  useStartVerification,
} from './verification/use-requests.ts'
export { useVerification } from './verification/use-verification.ts'
export type { UseVerificationReturn } from './verification/use-verification.ts'
export { verificationParts, verificationScope } from './verification/verification.anatomy.ts'
export type { VerificationPart } from './verification/verification.anatomy.ts'
export { transition } from './verification/verification.machine.ts'
export type { VerificationEvent } from './verification/verification.machine.ts'
export type { ErrorDetails, VerificationMessages } from './verification/verification.messages.ts'
export type { UseVerificationOptions } from './verification/verification-options.ts'
export { errorWords, verificationProps } from './verification/verification.props.ts'
export type { ActionProps, VerificationProps } from './verification/verification.props.ts'
export { createVerificationRun } from './verification/verification.run.ts'
export type {
  VerificationListeners,
  VerificationRun,
  VerificationRunConfig,
  VerificationRunOptions,
  VerificationSnapshot,
} from './verification/verification.run.ts'
export { initialState, verificationOf } from './verification/verification.state.ts'
export type {
  FlowError,
  FlowErrorKind,
  FlowNotice,
  FlowNoticeKind,
  FlowSettings,
  Step,
  VerificationState,
} from './verification/verification.state.ts'
export {
  cancelAvailability,
  checkAvailability,
  errorScope,
  isSlow,
  mayStillRing,
  newCodeAvailability,
  retryAvailability,
  startAvailability,
  viewOf,
} from './verification/view.state.ts'
export type { Availability, View } from './verification/view.state.ts'
