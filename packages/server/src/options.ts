import type { Clock, VerifyClient } from '@phoneproof/client'
import type { CountryCode, NumberType } from 'libphonenumber-js'
import type { OnEvent } from './events.ts'
import type { Limits } from './limits/limits.ts'
import type { ProofOptions } from './proof/proof-options.ts'
import type { Store } from './stores/store.ts'

export type { CountryCode, NumberType }

/** The account at TextMagic. It never leaves the server. */
export interface Credentials {
  username: string
  key: string
  /** @default 'https://rest.textmagic.com/api/v2' */
  baseUrl?: string | undefined
}

/** The number that a session has verified: from the record, never from a request. */
export interface VerifiedNumber {
  /** E.164. */
  phone: string
  /** When the right code was accepted, in milliseconds since the epoch. */
  verifiedAt: number
  /** What it was verified for: the `purpose` of the server. */
  purpose: string
}

/** What is known about a start when a bot check or a language is asked for. */
export interface StartContext {
  request: Request
  /** E.164. */
  phone: string
  country: CountryCode | undefined
  address: string | undefined
  /** True when the numbers around this one, or its country, were asked for more than people do. */
  isSuspicious: boolean
}

export interface VerifyServerOptions {
  /** Your name in the text message. */
  brand: string
  /**
   * 32 bytes or more. It signs the session cookie, and encrypts what a store keeps. Of several, the
   * first signs and encrypts, all are accepted, and the last one keys records and counters.
   */
  secret: string | readonly string[]
  /** The origins of the pages that may ask, such as `https://app.example`. */
  origins: readonly string[]
  /** The countries whose numbers are served, or `'any'`. */
  countries: readonly CountryCode[] | 'any'
  /** The account at TextMagic. Either this or `service`. */
  credentials?: Credentials | undefined
  /** Another service, or another way to it. */
  service?: VerifyClient | undefined
  /** Whose request this is: the id of your own session. By default a signed cookie says it. */
  session?: ((request: Request) => string | undefined | Promise<string | undefined>) | undefined
  /** Where records and counters are kept. @default memoryStore() */
  store?: Store | undefined
  /** Other limits than `defaultLimits`. Each one given replaces its default. */
  limits?: Partial<Limits> | undefined
  /** The types of numbers that are served. @default MOBILE, FIXED_LINE, FIXED_LINE_OR_MOBILE */
  numberTypes?: readonly NumberType[] | undefined
  /** @default the service's own default: 6 */
  codeLength?: number | undefined
  /** The language of texts and calls. By default the service goes by the number. */
  language?: string | ((context: StartContext) => string | undefined) | undefined
  /** A sender setting of the account. */
  senderId?: string | undefined
  /** Which deliveries come when. @default the service's own default */
  workflowId?: number | undefined
  /** What numbers are verified for. `verified` answers for this purpose only. @default 'phone-verification' */
  purpose?: string | undefined
  /** The address that a request came from. By default the one that the adapter knows. */
  address?: ((request: Request) => string | undefined) | undefined
  /**
   * How a start is answered whose number another session is verifying. `conflict`: with 409.
   * `pretend`: as if a code had been sent, and no code is right. @default 'conflict'
   */
  busyElsewhere?: 'conflict' | 'pretend' | undefined
  /**
   * Whether a person asks. The token is the request's `bot-token` header. Without a check, what is
   * suspicious is refused.
   */
  botCheck?:
    | ((token: string | undefined, context: StartContext) => boolean | Promise<boolean>)
    | undefined
  /** @default 'suspicious' */
  botCheckWhen?: 'always' | 'suspicious' | undefined
  /** How proofs for other services are made. Without it, there are none. */
  proof?: ProofOptions | undefined
  /**
   * Called for each number that was verified, before the page hears of it: once, or again when it has failed or its
   * process has died.
   */
  onVerified?:
    | ((verified: VerifiedNumber & { session: string; request: Request }) => void | Promise<void>)
    | undefined
  /** Called for everything that happens. Holds no number, code or id. */
  onEvent?: OnEvent | undefined
  /** The path before `/verify`. @default '/api/v2' */
  basePath?: string | undefined
  /** Pages and server are on different origins: answers carry CORS headers. @default false */
  crossOrigin?: boolean | undefined
  /** Milliseconds for which `verified` knows a number. @default 3600000 */
  verifiedForMs?: number | undefined
  /** @default a clock that never jumps */
  clock?: Clock | undefined
}
