export { isBrand } from './brand.ts'
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
export { proofIn } from './proof.ts'
export type { ServerTime } from './server-time.ts'
export { deliveriesOf, deliveryKindOf, workflowIdsOf } from './service-profile.ts'
export type {
  BrandRule,
  Channel,
  Delivery,
  DeliveryKind,
  ServiceProfile,
} from './service-profile.ts'
export { textMagic } from './text-magic.ts'
export type { CodeLength, Language, TextMagicProfile, WorkflowId } from './text-magic.ts'
export { toVerifyError } from './to-verify-error.ts'
export type {
  CancelResult,
  CheckResult,
  RequestOptions,
  RunningVerification,
  StartOptions,
  StartRequest,
  StartResult,
  VerifyClient,
} from './verify-client.ts'
export type { CheckBody, ErrorReply, StartBody, StartReply } from './wire.ts'
