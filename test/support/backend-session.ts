import { isVerifyError } from '@phoneproof/client'
import { expect } from 'vitest'
import {
  createBackend,
  createBrowser,
  phone,
  type Browser,
  type VerifyBackend,
} from './verify-backend.ts'

export interface BackendSession extends VerifyBackend {
  /** Another person. */
  browse: (address?: string) => Browser
  /** The texts and calls that a number has got. */
  texts: (of?: string) => number
  /** The requests that the service has got. */
  asked: (method: string) => number
  code: (of?: string) => string
}

/** A backend, and what a test asks of it. */
export function setUpBackend(...given: Parameters<typeof createBackend>): BackendSession {
  const backend = createBackend(...given)
  const { simulator, server } = backend
  return {
    ...backend,
    browse: (address) =>
      createBrowser(server, { simulator, ...(address !== undefined && { address }) }),
    texts: (of = phone) =>
      simulator.handset.getSnapshot().filter((each) => each.phone === of).length,
    asked: (method) =>
      simulator.requests.getSnapshot().filter((each) => each.method === method).length,
    code: (of = phone) => simulator.lastCode(of) ?? expect.fail('no code was sent'),
  }
}

/** `right`, or the kind of the failure. */
export const kind = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'right',
    (error: unknown) => (isVerifyError(error) ? error.kind : expect.fail(String(error))),
  )

/** What an answer says: its status, and what else decides what people see. */
export async function said(answer: Promise<Response>): Promise<object> {
  const response = await answer
  const text = await response.text()
  const body = (text === '' ? {} : JSON.parse(text)) as { scope?: string }
  const retryAfter = response.headers.get('retry-after')
  return {
    status: response.status,
    ...(body.scope !== undefined && { scope: body.scope }),
    ...(retryAfter !== null && { retryAfter: Number(retryAfter) }),
  }
}
