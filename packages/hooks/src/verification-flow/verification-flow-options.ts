import type { ErrorRule, ServiceProfile, VerifyClient } from '@phoneproof/client'
import type { FlowEvent } from './machine/flow-events.ts'
import type { FlowTransition } from './machine/flow-transition.ts'
import type { VerifiedResult } from './runtime/callbacks.ts'
import type { FlowStorage } from '../lib/environment.ts'
import type { FlowHistory } from './binding/use-history-entry.ts'
import type { StartParameters } from './runtime/flow-config.ts'
import type { FlowState } from './machine/flow-state.ts'

/** What a flow is made with. Of all options only `brand` is required. */
export interface UseVerificationFlowOptions extends StartParameters {
  /** Digits of the code: 4 or 6 with TextMagic. @default 6 */
  codeLength?: number | undefined
  /** The service behind the client: how long codes are valid, what is sent when. @default the client's, or TextMagic's */
  service?: ServiceProfile | undefined
  /** Codes that one number may get before the flow suggests to check it, or to use another. @default 3 */
  maxCodes?: number | undefined
  /**
   * Wrong codes of one verification after which no more are sent, and a new one is offered. Saves
   * requests; the limit that counts is your backend's. @default none
   */
  maxAttempts?: number | undefined
  /**
   * `'deferred'`: your backend takes a cancel at any time, answers 202 and carries it out as soon as
   * the service allows, so that *Cancel* has nothing to wait for. @default 'immediate'
   */
  cancelMode?: 'immediate' | 'deferred' | undefined
  /**
   * Sends a code to `defaultPhone` when the flow is seen first: once for a flow id, and not after a
   * reload that finds something running. The one start without a press: it is you who asks for it.
   * @default false
   */
  autoStart?: boolean | undefined
  /** Where requests go. @default the provider's */
  client?: VerifyClient | undefined
  /** Two flows with one id share one verification. @default 'default' */
  flowId?: string | undefined
  /** What survives a reload goes here; `'none'` keeps nothing. @default sessionStorage */
  storage?: FlowStorage | 'none' | undefined
  /**
   * `'push'` gives the code a history entry, at the same URL: Back is *Change number*, Forward goes
   * on with a code that still lives. @default 'none'
   */
  history?: FlowHistory | undefined
  /** E.164, offered first. */
  defaultPhone?: string | undefined
  /** Check the code as soon as it is complete. @default true */
  autoSubmit?: boolean | undefined
  /** Sentences show `+44 …456` instead of the number: where it is not the person who typed it. @default false */
  maskPhone?: boolean | undefined
  /** Rows asked before the default error table, for clients of your own. */
  errorRules?: readonly ErrorRule[] | undefined
  /** Starts exactly here, with its own storage-free run: for tests and stories. */
  initialState?: FlowState | undefined
  /**
   * Fires once for a verification, in each tab that shows it: `source` says where the code was entered.
   * For your interface only: proof is what your backend recorded, never what a page says.
   */
  onVerified?: ((result: VerifiedResult) => void) | undefined
  /** Fires for analytics. Holds no number, code or id. */
  onEvent?: ((event: FlowEvent) => void) | undefined
  /**
   * Fires when the flow appears and after each change of its state, for a log or a debugging panel.
   * Codes are hidden in it, numbers and ids are not.
   */
  onTransition?: ((transition: FlowTransition) => void) | undefined
  /** Fires for faults a person cannot mend: credentials, credit, a wrong URL or argument. */
  onError?: ((error: Error) => void) | undefined
}
