// For our own packages, stories and tests. It promises nothing.
export { deliveryKindOf } from '@phoneproof/client'
export {
  partSelector,
  verificationFlowPart,
  verificationFlowParts,
} from './binding/verification-flow.anatomy.ts'
export type { VerificationFlowPart } from './binding/verification-flow.anatomy.ts'
export { availabilityOf, hasCodesLeft } from './machine/availability.ts'
export type { Availability } from './machine/availability.ts'
export { deadlinesOf, instantsOf, lastMinuteMs, termsOf } from './machine/deadlines.ts'
export { takeDue } from './machine/due-requests.ts'
export type { DueRequest } from './machine/due-requests.ts'
export type { FlowAction, UndatedAction } from './machine/flow-action.ts'
export { defaultSettings, initialState, verificationOf } from './machine/flow-state.ts'
export type {
  FlowMoment,
  FlowSettings,
  FlowStep,
  ProblemStep,
  StartMode,
} from './machine/flow-state.ts'
export { nextWakeUp } from './machine/next-wake-up.ts'
export { screenKeyOf } from './machine/screen.ts'
export type { ScreenKey } from './machine/screen.ts'
export { transition } from './machine/transition.ts'
export type { FlowCallbacks } from './runtime/callbacks.ts'
export type { FlowConfig } from './runtime/flow-config.ts'
export { createFlowController } from './runtime/flow-controller.ts'
export type {
  FlowController,
  FlowControllerOptions,
  FlowSnapshot,
} from './runtime/flow-controller.ts'
export { flowProps } from './verification-flow.props.ts'
export type { ActionProps, FlowPropGetters } from './verification-flow.props.ts'
export { announcementText, errorText, timeText } from './view/flow-texts.ts'
export { focusTargetFor } from './view/focus.ts'
export { isLimit } from './view/wait-reasons.ts'
export type { Wait } from './view/wait-reasons.ts'
