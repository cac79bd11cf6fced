import { isBrand, type VerifyClient, type VerifyError } from '@phoneproof/client'
import { formatDeveloperMessage, invariant, warnOnce } from '../../lib/developer-message.ts'
import type { UseVerificationFlowOptions } from '../verification-flow.options.ts'

// What developers are told. All of it is left out of production builds, where it is called.

/** Mistakes that the service refuses as well. */
export function checkOptions(
  { brand, codeLength = 6, autoStart, defaultPhone }: UseVerificationFlowOptions,
  client: VerifyClient | undefined,
): void {
  invariant(client, {
    what: 'The verification flow has no client.',
    why: 'Without one it cannot send or check a code.',
    fix: 'Pass client={createVerifyClient({ baseUrl })} to <VerificationFlow> or <PhoneproofProvider>.',
  })
  invariant(isBrand(brand), {
    what: `The verification flow got brand ${JSON.stringify(brand)}.`,
    why: 'The service puts it into the text message and takes 1 to 18 letters, digits and inner spaces.',
    fix: 'Pass a brand such as "Acme".',
  })
  invariant(codeLength === 4 || codeLength === 6, {
    what: `The verification flow got codeLength ${codeLength}.`,
    why: 'The service sends codes of 4 or 6 digits.',
    fix: 'Pass codeLength={6}.',
  })
  if (codeLength === 4) {
    warnOnce({
      what: 'The verification flow uses codes of 4 digits.',
      why: 'One in 2,000 guesses is right within five tries, which is below the 20 bits of OWASP ASVS 6.5.4.',
      fix: 'Use codeLength={6} unless something forces 4.',
    })
  }
  if (autoStart && defaultPhone === undefined) {
    warnOnce({
      what: 'The verification flow is to start by itself and has no number.',
      why: 'It shows the field for one instead.',
      fix: 'Pass defaultPhone="+447400123456" with autoStart.',
    })
  }
}

/** Of one id, and mounted at once. */
export const warnAboutSharing = (flowId: string): void =>
  warnOnce({
    what: `Two verification flows with the flowId "${flowId}" are mounted.`,
    why: 'They share one verification, and only the last one is told of its events.',
    fix: 'Give each a flowId of its own, unless that is what you want.',
  })

/** An answer to a check that may as well be a refusal. Its members are named, and not shown. */
export const warnAboutProof = (answer: unknown): void =>
  warnOnce({
    what: `client.check() resolved with ${typeof answer === 'object' ? `{ ${Object.keys(answer ?? {}).join(', ')} }` : `a ${typeof answer}`}.`,
    why: 'That does not say that the code is right, so nobody was verified.',
    fix: 'Let it resolve with nothing, or a Response of 204, for a right code, and throw for a wrong one.',
  })

/** A fault that nobody at the keyboard can mend. */
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
