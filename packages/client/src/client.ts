import { readDone, readRunning, readStart } from './answers.ts'
import { toCheckBody, toStartBody, toVerifyId } from './arguments.ts'
import { checkClientOptions, type VerifyClientOptions } from './client-options.ts'
import { VerifyError } from './errors.ts'
import { warnAboutExposedKey } from './exposed-key.ts'
import { createTransport } from './transport.ts'
import type { VerifyClient } from './verify-client.ts'

/** The typed client of the Verify API, or of a backend that speaks the same protocol. */
export function createVerifyClient(options: VerifyClientOptions): VerifyClient {
  checkClientOptions(options)
  warnAboutExposedKey(options)
  const send = createTransport(options)

  const client: VerifyClient = {
    async start(request, { signal, idempotencyKey } = {}) {
      const body = toStartBody(request)
      const headers = idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }
      const post = { operation: 'start', method: 'POST', path: '/verify', read: readStart } as const
      return send({ ...post, body, headers, signal })
    },

    async check(request, { signal } = {}) {
      const body = toCheckBody(request)
      const put = { operation: 'check', method: 'PUT', path: '/verify', read: readDone } as const
      await send({ ...put, body, signal })
    },

    async cancel(request, { signal } = {}) {
      const path = `/verify/${encodeURIComponent(toVerifyId('cancel', request))}`
      const remove = { operation: 'cancel', method: 'DELETE', path, read: readDone } as const
      return { deferred: (await send({ ...remove, signal })) === 202 }
    },
  }
  if (options.resume) {
    client.resume = async ({ signal } = {}) => {
      const path = '/verify/current'
      const get = { operation: 'resume', method: 'GET', path, read: readRunning } as const
      try {
        return await send({ ...get, signal })
      } catch (error) {
        if (error instanceof VerifyError && error.status === 404) return undefined
        throw error
      }
    }
  }
  return client
}
