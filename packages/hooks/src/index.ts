export type { CodeInputDetails, CodeInputReason } from './code-input/change-reason.ts'
export { codeInputPart, codeInputScope } from './code-input/code-input.anatomy.ts'
export type { CodeInputPart } from './code-input/code-input.anatomy.ts'
export type { CodeInputMessages } from './code-input/code-input.messages.ts'
export { extractCode, normalizeDigits } from './code-input/extract-code.ts'
export type { CodeRules } from './code-input/extract-code.ts'
export { useCodeInput } from './code-input/use-code-input.ts'
export type { UseCodeInputOptions, UseCodeInputReturn } from './code-input/use-code-input.ts'
export type { CodeInputPropGetters } from './code-input/code-input.props.ts'
export type { MessageOverrides, Messages } from './messages/messages.ts'
export { createCountdown, formatSeconds, secondsLeft } from './countdown/countdown.ts'
export type { Countdown, CountdownUnit } from './countdown/countdown.ts'
export { useCountdown } from './countdown/use-countdown.ts'
export { invariant, warnOnce } from './lib/developer-message.ts'
export type { DeveloperMessage } from './lib/developer-message.ts'
export { mergeProps } from './lib/merge-props.ts'
export { safely } from './lib/safely.ts'
export { useMessages } from './messages/use-messages.ts'
export { codeInputMessages } from './code-input/code-input.messages.ts'
export { countryName, listedCountry } from './phone-entry/country-names.ts'
export type { PhoneStatus } from './phone-entry/judge-number.ts'
export { matchCountries } from './phone-entry/match-countries.ts'
export type { ListedCode, ListedCountry } from './phone-entry/match-countries.ts'
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
export { verificationFlowMessages } from './verification-flow/view/verification-flow.messages.ts'
export { usePhoneproof } from './provider/phoneproof-context.ts'
export type { PhoneproofContextValue } from './provider/phoneproof-context.ts'
export { PhoneproofProvider } from './provider/phoneproof-provider.tsx'
export type { PhoneproofProviderProps } from './provider/phoneproof-provider.tsx'
export type {
  Announcement,
  AnnouncementKind,
  AnnouncedKind,
} from './verification-flow/view/announcements.ts'
export {
  cancelAvailability,
  changeAvailability,
  checkAvailability,
  hasCodesLeft,
  resumeAvailability,
  newCodeAvailability,
  retryAvailability,
  startAvailability,
  waitReasons,
} from './verification-flow/machine/availability.ts'
export type { Availability, WaitReason } from './verification-flow/machine/availability.ts'
export { resumable } from './verification-flow/machine/cancel-queue.ts'
export { duration } from './verification-flow/view/duration.ts'
export type { DurationTexts } from './verification-flow/view/duration.ts'
export {
  announcementText,
  errorText,
  headingText,
  introText,
  timeText,
  waitText,
  cooldownText,
} from './verification-flow/view/flow-texts.ts'
export type { FlowEvent } from './verification-flow/machine/flow-events.ts'
export type { FlowTransition } from './verification-flow/machine/flow-transition.ts'
export type { FlowStorage } from './lib/environment.ts'
export {
  callInProgress,
  lastMinuteMs,
  nextDelivery,
  deadlinesOf,
} from './verification-flow/machine/deadlines.ts'
export type { ScheduledDelivery, Deadlines, Verification } from './verification-flow/machine/deadlines.ts'
export {
  useCancelVerification,
  useCheckCode,
  useStartVerification,
} from './verification-flow/binding/use-requests.ts'
export type { FlowHistory } from './verification-flow/binding/use-history-entry.ts'
export { useVerificationFlow } from './verification-flow/use-verification-flow.ts'
export type { UseVerificationFlowReturn } from './verification-flow/use-verification-flow.ts'
export { verificationFlowParts, verificationFlowScope } from './verification-flow/binding/verification-flow.anatomy.ts'
export type { VerificationFlowPart } from './verification-flow/binding/verification-flow.anatomy.ts'
export { transition } from './verification-flow/machine/transition.ts'
export type { FlowAction } from './verification-flow/machine/transition.ts'
export type { ErrorDetails, AnnouncementMessages } from './verification-flow/view/announcement.messages.ts'
export type { VerificationFlowMessages } from './verification-flow/view/verification-flow.messages.ts'
export { wrongCode } from './verification-flow/view/wrong-code.ts'
export type { WrongCodeTexts } from './verification-flow/view/wrong-code.ts'
export type { UseVerificationFlowOptions } from './verification-flow/verification-flow.options.ts'
export { flowProps } from './verification-flow/verification-flow.props.ts'
export type { ActionProps, LiveRegionContents, FlowPropGetters } from './verification-flow/verification-flow.props.ts'
export type { FlowCallbacks, VerifiedResult } from './verification-flow/runtime/callbacks.ts'
export type { FlowConfig } from './verification-flow/runtime/flow-config.ts'
export { createFlowController } from './verification-flow/runtime/flow-controller.ts'
export type {
  FlowController,
  FlowControllerOptions,
  FlowSnapshot,
} from './verification-flow/runtime/flow-controller.ts'
export { initialState, verificationOf } from './verification-flow/machine/flow-state.ts'
export type {
  FlowError,
  FlowErrorKind,
  FlowNotice,
  FlowNoticeKind,
  FlowSettings,
  FlowStepName,
  ProblemStep,
  FlowState,
} from './verification-flow/machine/flow-state.ts'
export { errorScope, isSlow, mayStillRing, shownStep, screenOf } from './verification-flow/view/screen.ts'
export type { FlowScreen } from './verification-flow/view/screen.ts'
