import {
  brandPattern,
  type ErrorRule,
  type VerifyClient,
  type WorkflowId,
} from '@phoneproof/client'
import { invariant, warnOnce } from '../lib/developer-message.ts'
import type { FlowEvent } from './flow-events.state.ts'
import type { FlowStorage } from './page.ts'
import {
  settingsFrom,
  type StartParameters,
  type VerificationRunConfig,
} from './verification.run.ts'
import type { VerificationState } from './verification.state.ts'

export interface UseVerificationOptions extends StartParameters {
  /** Digits of the code: 4 or 6. @default 6 */
  codeLength?: number | undefined
  /** Which texts and calls, when. @default 1: a text, then two calls */
  workflowId?: WorkflowId | undefined
  /** Codes a flow may ask for before it suggests to check the number. @default 3 */
  maxStarts?: number | undefined
  /** Where requests go. @default the provider's */
  client?: VerifyClient | undefined
  /** Two flows with one id share one verification. @default 'default' */
  flowId?: string | undefined
  /** What survives a reload goes here; `'none'` keeps nothing. @default sessionStorage */
  storage?: FlowStorage | 'none' | undefined
  /** E.164, offered first. */
  defaultPhone?: string | undefined
  /** Check the code as soon as it is complete. @default true */
  autoSubmit?: boolean | undefined
  /** Rows asked before the default error table, for clients of your own. */
  errorRules?: readonly ErrorRule[] | undefined
  /** Starts exactly here, with its own storage-free run: for tests and stories. */
  initialState?: VerificationState | undefined
  /**
   * Fires once for a verification. For your interface only: proof is what your backend recorded,
   * never what a page says.
   */
  onVerified?: ((result: { phone: string; verifyId: string }) => void) | undefined
  /** Fires for analytics. Holds no number, code or id. */
  onEvent?: ((event: FlowEvent) => void) | undefined
  /** Fires for faults a person cannot mend: credentials, credit, a wrong URL or argument. */
  onError?: ((error: Error) => void) | undefined
}

/** Checks the options at the door. */
export function toRunConfig(
  options: UseVerificationOptions,
  client: VerifyClient | undefined,
): VerificationRunConfig {
  const { brand, language, senderId, country, errorRules } = options
  invariant(client, {
    what: 'The verification flow has no client.',
    why: 'Without one it cannot send or check a code.',
    fix: 'Pass client={createVerifyClient({ baseUrl })} to <VerificationFlow> or <PhoneproofProvider>.',
  })
  invariant(typeof brand === 'string' && brandPattern.test(brand.trim()), {
    what: `The verification flow got brand ${JSON.stringify(brand)}.`,
    why: 'The service puts it into the text message and takes 1 to 18 letters, digits and inner spaces.',
    fix: 'Pass a brand such as "Acme".',
  })
  const settings = settingsFrom(options)
  invariant(settings.codeLength === 4 || settings.codeLength === 6, {
    what: `The verification flow got codeLength ${settings.codeLength}.`,
    why: 'The service sends codes of 4 or 6 digits.',
    fix: 'Pass codeLength={6}.',
  })
  if (settings.codeLength === 4) {
    warnOnce({
      what: 'The verification flow uses codes of 4 digits.',
      why: 'One in 2,000 guesses is right within five tries, which is below the 20 bits of OWASP ASVS 6.5.4.',
      fix: 'Use codeLength={6} unless something forces 4.',
    })
  }
  return { client, brand: brand.trim(), language, senderId, country, settings, errorRules }
}
