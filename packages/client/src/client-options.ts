import type { Clock } from './clock.ts'
import { isRecord, type ErrorRule } from './error-rules.ts'
import { VerifyArgumentError } from './errors.ts'
import { checkService } from './service-checks.ts'
import type { ServiceProfile } from './service-profile.ts'
import { showValue } from './show-value.ts'

export interface VerifyClientOptions {
  /** The URL of your own backend, which keeps the API key. Such as `/api/v2`. */
  baseUrl: string
  /**
   * Must honour `init.signal`: without that, a request that gets no answer never fails.
   * @default globalThis.fetch, looked up at each call
   */
  fetch?: typeof globalThis.fetch | undefined
  /** Headers of every request, or a function that returns them each time, for CSRF tokens. */
  headers?: HeadersInit | (() => HeadersInit | PromiseLike<HeadersInit>) | undefined
  /** Whether requests carry cookies. `include`: also to a backend on another origin. */
  credentials?: RequestCredentials | undefined
  /** The service that your backend uses. @default textMagic */
  service?: ServiceProfile | undefined
  /** @default systemClock */
  clock?: Clock | undefined
  /** Milliseconds after which a request without an answer fails. @default 60000 */
  timeoutMs?: number | undefined
  /** Rules that are asked before `defaultErrorRules`. */
  errorRules?: readonly ErrorRule[] | undefined
  /** True when the backend serves `GET {baseUrl}/verify/current`. @default false */
  resume?: boolean | undefined
  /**
   * Asks for a proof with each right code, for services that do not share your backend's session.
   * @default false
   */
  proof?: boolean | undefined
}

/** Throws a VerifyArgumentError for options with which no request could succeed. */
export function checkClientOptions(options: VerifyClientOptions): void {
  if (!isRecord(options)) refuse('options', 'must be an object with a baseUrl', showValue(options))
  const { baseUrl, timeoutMs, errorRules, credentials, service } = options
  if (typeof baseUrl !== 'string' || /[?#\s]/.test(baseUrl)) {
    const rule = 'must be a URL or path without query, fragment or spaces, such as "/api/v2"'
    refuse('baseUrl', rule, showValue(baseUrl))
  }
  if (/^[^/]*\/\/[^/]*@/.test(baseUrl)) {
    refuse('baseUrl', 'must not hold credentials', 'a URL with a user name')
  }
  if (timeoutMs !== undefined && !(typeof timeoutMs === 'number' && timeoutMs > 0)) {
    refuse('timeoutMs', 'must be a positive number of milliseconds', showValue(timeoutMs))
  }
  if (credentials !== undefined && !['omit', 'same-origin', 'include'].includes(credentials)) {
    refuse('credentials', 'must be "omit", "same-origin" or "include"', showValue(credentials))
  }
  if (errorRules !== undefined && !Array.isArray(errorRules)) {
    refuse('errorRules', 'must be an array of rules', showValue(errorRules))
  }
  if (service !== undefined) checkService(service)
}

function refuse(argument: string, rule: string, shown: string): never {
  throw new VerifyArgumentError('createVerifyClient', argument, rule, shown)
}
