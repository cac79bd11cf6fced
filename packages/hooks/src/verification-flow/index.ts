export type { Announcement, AnnouncementKind, AnnouncedKind } from './view/announcements.ts'
export { resumable } from './machine/cancel-queue.ts'
export {
  announcementText,
  errorText,
  headingText,
  introText,
  timeText,
  waitText,
  cooldownText,
} from './view/flow-texts.ts'
export type { FlowEvent } from './machine/flow-events.ts'
export type { FlowTransition } from './machine/flow-transition.ts'
export type { FlowStorage } from '../lib/environment.ts'
export { callInProgress, lastMinuteMs, nextDelivery, deadlinesOf } from './machine/deadlines.ts'
export type { ScheduledDelivery, Deadlines, Verification } from './machine/deadlines.ts'
export { useCancelVerification, useCheckCode, useStartVerification } from './binding/use-requests.ts'
export type { FlowHistory } from './binding/use-history-entry.ts'
export { useVerificationFlow } from './use-verification-flow.ts'
export type { UseVerificationFlowReturn } from './use-verification-flow.ts'
export { verificationFlowParts, verificationFlowScope } from './binding/verification-flow.anatomy.ts'
export type { VerificationFlowPart } from './binding/verification-flow.anatomy.ts'
export { transition } from './machine/transition.ts'
export type { FlowAction } from './machine/transition.ts'
export type { ErrorDetails, AnnouncementMessages } from './view/announcement.messages.ts'
export { verificationFlowMessages } from './view/verification-flow.messages.ts'
export type { VerificationFlowMessages } from './view/verification-flow.messages.ts'
export type { UseVerificationFlowOptions } from './verification-flow.options.ts'
export { flowProps } from './verification-flow.props.ts'
export type { ActionProps, LiveRegionContents, FlowPropGetters } from './verification-flow.props.ts'
export type { FlowCallbacks, VerifiedResult } from './runtime/callbacks.ts'
export type { FlowConfig } from './runtime/flow-config.ts'
export { createFlowController } from './runtime/flow-controller.ts'
export type {
  FlowController,
  FlowControllerOptions,
  FlowSnapshot,
} from './runtime/flow-controller.ts'
export { initialState, verificationOf } from './machine/flow-state.ts'
export type {
  FlowError,
  FlowErrorKind,
  FlowNotice,
  FlowNoticeKind,
  FlowSettings,
  FlowStepName,
  ProblemStep,
  FlowState,
} from './machine/flow-state.ts'
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
} from './machine/availability.ts'
export type { Availability, WaitReason } from './machine/availability.ts'
export { errorScope, isSlow, mayStillRing, shownStep, screenOf } from './view/screen.ts'
export type { FlowScreen } from './view/screen.ts'
