import { isBrand, type ServiceProfile, type VerifyClient } from '@phoneproof/client'
import { warnOnce, type DeveloperMessage } from '../../lib/developer-message.ts'
import type { UseVerificationFlowOptions } from '../verification-flow-options.ts'

/** What is wrong with a flow's options, or undefined. The service would refuse it as well. */
export function problemOfOptions(
  options: UseVerificationFlowOptions,
  client: VerifyClient | undefined,
  service: ServiceProfile,
): DeveloperMessage | undefined {
  const { brand, codeLength = service.defaultCodeLength, autoStart, defaultPhone } = options
  if (!client) {
    return {
      what: 'The verification flow has no client.',
      why: 'Without one it cannot send or check a code.',
      fix: 'Pass client={createVerifyClient({ baseUrl })} to <VerificationFlow> or <PhoneproofProvider>.',
    }
  }
  if (!isBrand(brand, service)) {
    return {
      what: `The verification flow got brand ${JSON.stringify(brand)}.`,
      why: `The service puts it into the message and takes ${service.brand.words}.`,
      fix: 'Pass a brand such as "Acme".',
    }
  }
  if (!service.codeLengths.includes(codeLength)) {
    return {
      what: `The verification flow got codeLength ${String(codeLength)}.`,
      why: `${service.name} sends codes of ${service.codeLengths.join(' or ')} digits.`,
      fix: `Pass codeLength={${service.defaultCodeLength}}.`,
    }
  }
  if (codeLength === 4) {
    warnOnce({
      what: 'The verification flow uses codes of 4 digits.',
      why: 'One in 2,000 guesses is right within five attempts, which is below the 20 bits of OWASP ASVS 6.5.4.',
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
  return undefined
}
