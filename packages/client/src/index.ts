export { isBrand } from './argument-checks.ts'
export { createVerifyClient } from './client.ts'
export type { VerifyClientOptions } from './client-options.ts'
export { systemClock } from './clock.ts'
export type { Clock, TimerHandle } from './clock.ts'
export { defaultErrorRules } from './error-rules.ts'
export type { ErrorRule, FailedAnswer } from './error-rules.ts'
export {
  isVerifyError,
  VerifyArgumentError,
  VerifyError,
  VerifyHttpError,
  VerifyNetworkError,
  VerifyTimeoutError,
} from './errors.ts'
export type { Operation, VerifyErrorDetails, VerifyErrorKind } from './errors.ts'
export type { ServerTime } from './server-time.ts'
export { toVerifyError } from './to-verify-error.ts'
export type {
  CancelResult,
  RequestOptions,
  RunningVerification,
  StartOptions,
  StartRequest,
  StartResult,
  VerifyClient,
} from './verify-client.ts'
export { codeLengths, languages } from './wire.ts'
export type { CheckBody, CodeLength, ErrorReply, Language, StartBody, StartReply } from './wire.ts'
export { cancelAllowedAfterMs, codeValidForMs, workflowIds, workflows } from './workflow.ts'
export type { Channel, Delivery, WorkflowId } from './workflow.ts'
