import type { ErrorRule, ServiceProfile, VerifyClient } from '@phoneproof/client'
import type { FlowEvent } from './machine/flow-events.ts'
import type { FlowTransition } from './machine/flow-transition.ts'
import type { VerifiedResult } from './runtime/callbacks.ts'
import type { FlowStorage } from '../lib/browser-environment.ts'
import type { FlowHistory } from './binding/use-history-entry.ts'
import type { StartParameters } from './runtime/flow-config.ts'
import type { FlowState } from './machine/flow-state.ts'

/** What a flow is made with. Of all options only `brand` is required. */
export interface UseVerificationFlowOptions extends StartParameters {
  /** Digits of the code: 4 or 6 with TextMagic. @default 6 */
  codeLength?: number | undefined
  /** The service behind the client: how long codes are valid, and what is sent when. @default the client's, or TextMagic's */
  service?: ServiceProfile | undefined
  /** How many codes one number may get. After that the flow suggests to check it or to use another. @default 3 */
  maxCodes?: number | undefined
  /**
   * How many wrong codes of one verification are checked before a new code is offered. It saves
   * requests. The limit that protects you is your backend's. @default none
   */
  maxAttempts?: number | undefined
  /**
   * `'deferred'`: your backend accepts a cancel at any time, answers 202 and carries it out as soon as
   * the service allows. *Cancel* is then available at once. @default 'immediate'
   */
  cancelMode?: 'immediate' | 'deferred' | undefined
  /**
   * Sends a code to `defaultPhone` when the flow is first seen: once for a flow id, and not after a
   * reload that finds a flow. It is the only start without a press. @default false
   */
  autoStart?: boolean | undefined
  /** Where requests go. @default the provider's */
  client?: VerifyClient | undefined
  /** Two flows with the same id share one verification. @default 'default' */
  flowId?: string | undefined
  /** Where the flow is kept for a reload. `'none'` keeps nothing. @default sessionStorage */
  storage?: FlowStorage | 'none' | undefined
  /**
   * `'push'` gives the code a history entry at the same URL: Back is *Change number*, Forward returns to
   * a code that still works. @default 'none'
   */
  history?: FlowHistory | undefined
  /** The number to offer first. E.164. */
  defaultPhone?: string | undefined
  /** Check the code as soon as it is complete. @default true */
  autoSubmit?: boolean | undefined
  /** Shows `+44 …456` in sentences, for a number that the person did not type. @default false */
  maskPhone?: boolean | undefined
  /** Rows that come before the default error table, for a client of your own. */
  errorRules?: readonly ErrorRule[] | undefined
  /** Starts exactly here, and keeps nothing. For tests and stories. */
  initialState?: FlowState | undefined
  /**
   * Fires once for a verification, in each tab that shows it; `source` says where the code was entered.
   * It is for your interface only. The proof is what your backend recorded, not what a page says.
   */
  onVerified?: ((result: VerifiedResult) => void) | undefined
  /** Fires for analytics. Holds no number, code or id. */
  onEvent?: ((event: FlowEvent) => void) | undefined
  /**
   * Fires when the flow appears and after each change of its state, for a log or a debugging panel.
   * Codes and proofs are hidden in it. Numbers and ids are not.
   */
  onTransition?: ((transition: FlowTransition) => void) | undefined
  /** Fires for faults that the person cannot mend: credentials, credit, a wrong URL or argument. */
  onError?: ((error: Error) => void) | undefined
}
