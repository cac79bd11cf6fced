import { checkCancel, checkCheck, checkStart } from './argument-checks.ts'
import { checkClientOptions, type VerifyClientOptions } from './client-options.ts'
import { warnAboutExposedKey } from './exposed-key.ts'
import { isVerifyError } from './errors.ts'
import { textMagic } from './text-magic.ts'
import type { VerifyClient } from './verify-client.ts'

/** A client for development: it refuses what cannot work before anything is sent. */
export function checkedClient(
  options: VerifyClientOptions,
  connect: (options: VerifyClientOptions) => VerifyClient,
): VerifyClient {
  checkClientOptions(options)
  warnAboutExposedKey(options)
  const { service = textMagic } = options
  const client = connect(options)
  let hasWarned = false
  return {
    ...client,
    async start(request, ...rest) {
      checkStart(request, service)
      return client.start(request, ...rest)
    },
    async check(request, ...rest) {
      checkCheck(request, service)
      try {
        return await client.check(request, ...rest)
      } catch (error) {
        if (!hasWarned && isVerifyError(error) && (error.status ?? 500) < 300) {
          hasWarned = true
          warnAboutProof(error)
        }
        throw error
      }
    },
    async cancel(request, ...rest) {
      checkCancel(request)
      return client.cancel(request, ...rest)
    },
  }
}

/** Without this, people would look in the flow for what their backend answered. */
function warnAboutProof({ message }: Error): void {
  // oxlint-disable-next-line no-console -- speaks to developers, in development only
  console.warn(
    `[phoneproof] ${message}. ` +
      'That does not mean that the code is right, so nobody was verified. ' +
      'Answer a right code with 204 or an empty 200, and a wrong one with 400. ' +
      'Every answer is in verify-api.md of @phoneproof/client.',
  )
}
