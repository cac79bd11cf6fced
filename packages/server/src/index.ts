export { defaultLimits } from './limits/limits.ts'
export type { Limit, Limits } from './limits/limits.ts'
export { eventLine } from './event-line.ts'
export type { OnEvent, VerifyEvent } from './events.ts'
export type {
  CountryCode,
  Credentials,
  NumberType,
  StartContext,
  VerifiedNumber,
  VerifyServerOptions,
} from './options.ts'
export type { RequestContext } from './handler.ts'
export { memoryStore } from './stores/memory.ts'
export { createVerifyServer } from './verify-server.ts'
export type { Health, VerifyServer } from './verify-server.ts'
export type { Change, Entry, Outcome, Release, Reservation, Store, Write } from './stores/store.ts'
