import type { VerifyError } from '@phoneproof/client'
import { formatDeveloperMessage, warnOnce } from '../../lib/developer-message.ts'

// What developers are told. Callers ask for NODE_ENV themselves, so that bundlers drop the texts from
// production builds; they ask within `safely`, because a page without a bundler has no `process`.

/** Two flows of one id are mounted at once. */
export const warnAboutSharing = (flowId: string): void =>
  warnOnce({
    what: `Two verification flows with the flowId "${flowId}" are mounted.`,
    why: 'They share one verification, and only the last one is told of its events.',
    fix: 'Give each a flowId of its own, unless that is what you want.',
  })

/** An answer to a check that may be a refusal. The note names its members, not their values. */
export const warnAboutProof = (answer: unknown): void =>
  warnOnce({
    what: `client.check() resolved with ${typeof answer === 'object' ? `{ ${Object.keys(answer ?? {}).join(', ')} }` : `a ${typeof answer}`}.`,
    why: 'That does not mean that the code is right, so nobody was verified.',
    fix: 'Let it resolve with nothing, or a Response of 204, for a right code, and throw for a wrong one.',
  })

/** A fault that a person at the keyboard cannot mend. */
export function logFault({ message }: VerifyError): void {
  // oxlint-disable-next-line no-console -- speaks to developers
  console.error(
    formatDeveloperMessage({
      what: `${message}.`,
      why: 'People are told that no code can be sent right now.',
      fix: 'Look at the credentials, the credit, the arguments and the baseUrl; `onError` has the error.',
    }),
  )
}
