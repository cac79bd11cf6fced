export type { CodeInputDetails, CodeInputReason } from './code-input/editor-options.ts'
export { codeInputPart, codeInputParts, codeInputScope } from './code-input/code-input.anatomy.ts'
export type { CodeInputPart } from './code-input/code-input.anatomy.ts'
export type { CodeInputMessages } from './code-input/code-input.messages.ts'
export { extractCode } from './code-input/extract-code.ts'
export { normalizeDigits } from './lib/normalize-digits.ts'
export type { CodeRules } from './code-input/extract-code.ts'
export { useCodeInput } from './code-input/use-code-input.ts'
export type { UseCodeInputOptions, UseCodeInputReturn } from './code-input/use-code-input.ts'
export type { CodeInputPropGetters } from './code-input/code-input.props.ts'
export type { MessageOverrides, Messages } from './messages.ts'
export { createCountdown, formatSeconds, secondsLeft } from './countdown/countdown.ts'
export type { Countdown, CountdownUnit } from './countdown/countdown.ts'
export { useCountdown } from './countdown/use-countdown.ts'
export { invariant, warnOnce } from './lib/developer-message.ts'
export type { DeveloperMessage } from './lib/developer-message.ts'
export { mergeProps } from './lib/merge-props.ts'
export { safely } from './lib/safely.ts'
export { useMessages } from './use-messages.ts'
export { codeInputMessages } from './code-input/code-input.messages.ts'
export { countryName, listedCountry } from './phone-entry/country-names.ts'
export type { PhoneStatus } from './phone-entry/judge-number.ts'
export { matchCountries } from './phone-entry/match-countries.ts'
export type { ListedCode, ListedCountry } from './phone-entry/match-countries.ts'
export { loadNumberMetadata } from './phone-entry/number-metadata.ts'
export type { PhoneDetail, PhoneEntryDetails, PhoneReason } from './phone-entry/phone-detail.ts'
export {
  phoneEntryPart,
  phoneEntryParts,
  phoneEntryScope,
} from './phone-entry/phone-entry.anatomy.ts'
export type { PhoneEntryPart } from './phone-entry/phone-entry.anatomy.ts'
export { phoneEntryMessages } from './phone-entry/phone-entry.messages.ts'
export type {
  PhoneEntryMessages,
  PhoneProblem,
  PhoneRefusal,
} from './phone-entry/phone-entry.messages.ts'
export type { PhoneEntryPropGetters } from './phone-entry/phone-entry.props.ts'
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
export { verificationMessages } from './verification/verification.messages.ts'
export { usePhoneproof } from './phoneproof-context.ts'
export type { PhoneproofContextValue } from './phoneproof-context.ts'
export { PhoneproofProvider } from './phoneproof-provider.tsx'
export type { PhoneproofProviderProps } from './phoneproof-provider.tsx'
export type {
  Announcement,
  AnnouncementKind,
  SpokenKind,
} from './verification/announcements.state.ts'
export {
  cancelAvailability,
  changeAvailability,
  checkAvailability,
  hasCodesLeft,
  keepAvailability,
  newCodeAvailability,
  retryAvailability,
  startAvailability,
  waitsOf,
} from './verification/availability.state.ts'
export type { Availability, WaitKind } from './verification/availability.state.ts'
export { keepable } from './verification/abandoned.state.ts'
export { duration } from './verification/duration.ts'
export type { DurationWords } from './verification/duration.ts'
export {
  announcementWords,
  errorWords,
  headingWords,
  introWords,
  timeWords,
  waitWords,
  windowWords,
} from './verification/flow-words.ts'
export type { FlowEvent } from './verification/flow-events.state.ts'
export type { FlowTransition } from './verification/flow-transition.state.ts'
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
export type { FlowHistory } from './verification/use-history-entry.ts'
export { useVerification } from './verification/use-verification.ts'
export type { UseVerificationReturn } from './verification/use-verification.ts'
export { verificationParts, verificationScope } from './verification/verification.anatomy.ts'
export type { VerificationPart } from './verification/verification.anatomy.ts'
export { transition } from './verification/verification.machine.ts'
export type { VerificationEvent } from './verification/verification.machine.ts'
export type { ErrorDetails, SpokenMessages } from './verification/spoken.messages.ts'
export type { VerificationMessages } from './verification/verification.messages.ts'
export { wrongCode } from './verification/wrong-code.ts'
export type { WrongCodeWords } from './verification/wrong-code.ts'
export type { UseVerificationOptions } from './verification/verification-options.ts'
export { verificationProps } from './verification/verification.props.ts'
export type { ActionProps, Spoken, VerificationProps } from './verification/verification.props.ts'
export type { VerificationListeners, VerifiedResult } from './verification/hosts.ts'
export type { VerificationRunConfig } from './verification/run-config.ts'
export { createVerificationRun } from './verification/verification.run.ts'
export type {
  VerificationRun,
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
  Stopped,
  VerificationState,
} from './verification/verification.state.ts'
export { errorScope, isSlow, mayStillRing, shownMain, viewOf } from './verification/view.state.ts'
export type { View } from './verification/view.state.ts'
