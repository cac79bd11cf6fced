import type { ConformanceResult } from './judge.ts'
import type { TestCountry } from './phone-numbers.ts'
import type { ConformanceService } from './service/start-service.ts'

export interface ConformanceOptions {
  /** The base of the backend's routes, such as `http://localhost:3000/api/v2`. */
  url: string
  /** The service that the backend was pointed at. */
  service: ConformanceService
  /** The origin of the backend's pages. @default the origin of `url` */
  origin?: string | undefined
  /** What its page sends as the brand. @default 'Phoneproof' */
  brand?: string | undefined
  /** A country whose numbers it serves. @default 'GB' */
  country?: TestCountry | undefined
  /** A number, in E.164, of a country that it does not serve. Without it, that row is skipped. */
  unservedPhone?: string | undefined
  /**
   * Headers that put a request into the session with this number (from 1), for a backend whose
   * sessions do not begin by themselves.
   */
  sessionHeaders?: ((session: number) => Readonly<Record<string, string>>) | undefined
  /** Its limits per address are on, which hinder the other rows. @default false */
  addressLimits?: boolean | undefined
  /** The ids of the rows to run. @default all */
  only?: readonly string[] | undefined
  /**
   * Moves time on by milliseconds, for a backend that shares the service's clock. By default real
   * time passes.
   */
  wait?: ((ms: number) => Promise<void>) | undefined
  /** Called with each result when it is there. */
  onResult?: ((result: ConformanceResult) => void) | undefined
}
