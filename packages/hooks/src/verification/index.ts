export type { Announcement, AnnouncementKind, SpokenKind } from './announcements.state.ts'
export { keepable } from './abandoned.state.ts'
export {
  announcementWords,
  errorWords,
  headingWords,
  introWords,
  timeWords,
  waitWords,
  windowWords,
} from './flow-words.ts'
export type { FlowEvent } from './flow-events.state.ts'
export type { FlowTransition } from './flow-transition.state.ts'
export type { FlowStorage } from './page.ts'
export { callInProgress, lastMinuteMs, nextDelivery, timelineOf } from './timeline.state.ts'
export type { ScheduledDelivery, Timeline, Verification } from './timeline.state.ts'
export { useCancelVerification, useCheckCode, useStartVerification } from './use-requests.ts'
export type { FlowHistory } from './use-history-entry.ts'
export { useVerification } from './use-verification.ts'
export type { UseVerificationReturn } from './use-verification.ts'
export { verificationParts, verificationScope } from './verification.anatomy.ts'
export type { VerificationPart } from './verification.anatomy.ts'
export { transition } from './verification.machine.ts'
export type { VerificationEvent } from './verification.machine.ts'
export type { ErrorDetails, SpokenMessages } from './spoken.messages.ts'
export { verificationMessages } from './verification.messages.ts'
export type { VerificationMessages } from './verification.messages.ts'
export type { UseVerificationOptions } from './verification-options.ts'
export { verificationProps } from './verification.props.ts'
export type { ActionProps, Spoken, VerificationProps } from './verification.props.ts'
export type { VerificationListeners, VerifiedResult } from './hosts.ts'
export type { VerificationRunConfig } from './run-config.ts'
export { createVerificationRun } from './verification.run.ts'
export type {
  VerificationRun,
  VerificationRunOptions,
  VerificationSnapshot,
} from './verification.run.ts'
export { initialState, verificationOf } from './verification.state.ts'
export type {
  FlowError,
  FlowErrorKind,
  FlowNotice,
  FlowNoticeKind,
  FlowSettings,
  Step,
  Stopped,
  VerificationState,
} from './verification.state.ts'
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
} from './availability.state.ts'
export type { Availability, WaitKind } from './availability.state.ts'
export { errorScope, isSlow, mayStillRing, shownMain, viewOf } from './view.state.ts'
export type { View } from './view.state.ts'
