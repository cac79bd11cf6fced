import type { CodeLength, ErrorRule, VerifyClient, WorkflowId } from '@phoneproof/client'
import type { FlowEvent } from './machine/flow-events.ts'
import type { FlowTransition } from './machine/flow-transition.ts'
import type { VerifiedResult } from './runtime/callbacks.ts'
import type { FlowStorage } from '../lib/environment.ts'
import type { FlowHistory } from './binding/use-history-entry.ts'
import { formatDeveloperMessage } from '../lib/developer-message.ts'
import { safely } from '../lib/safely.ts'
import { problemOfOptions } from './binding/check-options.ts'
import { settingsFrom, type StartParameters, type FlowConfig } from './runtime/flow-config.ts'
import type { FlowState } from './machine/flow-state.ts'

/** What a flow is made with. Of all options only `brand` is required. */
export interface UseVerificationFlowOptions extends StartParameters {
  /** Digits of the code: 4 or 6. @default 6 */
  codeLength?: CodeLength | undefined
  /** Which texts and calls, when. @default 1: a text, then two calls */
  workflowId?: WorkflowId | undefined
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

declare const process: { env: { NODE_ENV?: string } }

/** Those options that may change while a flow runs. In development it throws what is wrong with them. */
export function toFlowConfig(
  options: UseVerificationFlowOptions,
  client: VerifyClient | undefined,
): FlowConfig {
  const problem = safely(() =>
    process.env.NODE_ENV === 'production' ? undefined : problemOfOptions(options, client),
  )
  if (problem) throw new Error(formatDeveloperMessage(problem))
  const settings = settingsFrom({ ...options, defersCancel: options.cancelMode === 'deferred' })
  // SAFETY: looked at above; in production the first request would say so.
  const given = client as VerifyClient
  return { ...options, client: given, brand: options.brand.trim(), settings }
}
