export { defaultLimits } from './limits/limits.ts'
export type { Limit, Limits } from './limits/limits.ts'
export type { OnEvent, VerifyEvent } from './events.ts'
export type {
  CountryCode,
  Credentials,
  NumberType,
  StartContext,
  VerifiedNumber,
  VerifyServerOptions,
} from './options.ts'
export { memoryStore } from './stores/memory.ts'
export type { Change, Entry, Outcome, Release, Reservation, Store, Write } from './stores/store.ts'
