import { readCancelled, readChecked, readRunning, readStart } from './answers.ts'
import { toCheckBody, toStartBody, toVerifyId } from './arguments.ts'
import { checkedClient } from './checked-client.ts'
import type { VerifyClientOptions } from './client-options.ts'
import { VerifyArgumentError, VerifyError } from './errors.ts'
import { warnAboutExposedKey } from './exposed-key.ts'
import { textMagic } from './text-magic.ts'
import { createTransport } from './transport.ts'
import type { VerifyClient } from './verify-client.ts'

declare const process: { env: { NODE_ENV?: string } }

/** The typed client of the Verify API, or of a backend that speaks the same protocol. */
export function createVerifyClient(options: VerifyClientOptions): VerifyClient {
  // Bundlers replace this expression, and drop the block from production builds.
  try {
    if (process.env.NODE_ENV !== 'production') return checkedClient(options, connect)
  } catch (error) {
    if (error instanceof VerifyArgumentError) throw error
    // Without a bundler a page has no `process`. The checks are left out, the warning is not.
    warnAboutExposedKey(options)
  }
  return connect(options)
}

function connect(options: VerifyClientOptions): VerifyClient {
  const { service = textMagic, proof } = options
  const send = createTransport(options)

  const client: VerifyClient = {
    service,

    async start(request, { signal, idempotencyKey } = {}) {
      const body = toStartBody(request)
      const headers = idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }
      return send({
        operation: 'start',
        method: 'POST',
        path: '/verify',
        body,
        headers,
        signal,
        read: (answer) => readStart(answer, service),
      })
    },

    async check(request, { signal } = {}) {
      const body = { ...toCheckBody(request), ...(proof && { proof }) }
      return send({
        operation: 'check',
        method: 'PUT',
        path: '/verify',
        body,
        signal,
        read: (answer) => readChecked(answer, proof),
      })
    },

    async cancel(request, { signal } = {}) {
      const verifyId = toVerifyId('cancel', request)
      return send({
        operation: 'cancel',
        method: 'DELETE',
        path: `/verify/${encodeURIComponent(verifyId)}`,
        signal,
        read: readCancelled,
      })
    },
  }
  if (options.resume) {
    client.resume = async ({ signal } = {}) => {
      try {
        return await send({
          operation: 'resume',
          method: 'GET',
          path: '/verify/current',
          signal,
          read: (answer) => readRunning(answer, service, proof),
        })
      } catch (error) {
        if (error instanceof VerifyError && error.status === 404) return undefined
        throw error
      }
    }
  }
  return client
}
