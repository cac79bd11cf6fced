import { checkCancel, checkCheck, checkStart } from './argument-checks.ts'
import { checkClientOptions, type VerifyClientOptions } from './client-options.ts'
import { warnAboutExposedKey } from './exposed-key.ts'
import type { VerifyClient } from './verify-client.ts'

/** A client that refuses, before anything is sent, what cannot work. For development. */
export function checkedClient(
  options: VerifyClientOptions,
  connect: (options: VerifyClientOptions) => VerifyClient,
): VerifyClient {
  checkClientOptions(options)
  warnAboutExposedKey(options)
  const client = connect(options)
  return {
    ...client,
    async start(request, ...rest) {
      checkStart(request)
      return client.start(request, ...rest)
    },
    async check(request, ...rest) {
      checkCheck(request)
      return client.check(request, ...rest)
    },
    async cancel(request, ...rest) {
      checkCancel(request)
      return client.cancel(request, ...rest)
    },
  }
}
