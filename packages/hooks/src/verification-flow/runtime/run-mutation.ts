import { toVerifyError, VerifyError, type ErrorRule } from '@phoneproof/client'
import type { QueryClient } from '@tanstack/react-query'
import { callOut, safely } from '../../lib/safely.ts'
import { warnAboutProof } from './developer-notes.ts'

declare const process: { env: { NODE_ENV?: string } }

/** The requests that change something. */
export type Changing = 'start' | 'check' | 'cancel'

/**
 * Runs a request as a mutation of the app's QueryClient, so that its devtools and global handlers see
 * that there is one. They see no number, id or code. The mutation leaves the cache as soon as it has
 * ended: a `MutationObserver` that nobody subscribes to would keep it there for ever.
 *
 * `networkMode: 'always'`, because the default would hold a request back while offline and send
 * it minutes later; `retry: 0`, because a repeated start rings a phone twice.
 */
export function runMutation<Result>(
  queryClient: QueryClient,
  name: Changing,
  request: () => Promise<Result>,
): Promise<Result> {
  const cache = queryClient.getMutationCache()
  let answer: { result: Result } | undefined
  const mutation = cache.build<Result, Error, Changing, unknown>(queryClient, {
    mutationKey: ['phoneproof', name],
    async mutationFn() {
      answer = { result: await request() }
      return answer.result
    },
    networkMode: 'always',
    retry: 0,
    // No timer: the mutation is removed below.
    gcTime: Number.POSITIVE_INFINITY,
  })
  return mutation
    .execute(name)
    .catch((error: unknown) => {
      if (!answer) throw error
      // The request succeeded and a handler of the app threw. The answer must not be lost for that.
      callOut(() => {
        throw error
      })
      return answer.result
    })
    .finally(() => cache.remove(mutation))
}

/**
 * The failure that a client of a team's own resolved with and should have thrown: a `Response` that is
 * not ok or was redirected, or any `{ status }` that is no success. A check succeeds only with nothing
 * at all or an empty success, because anything else may say the opposite. A proof is looked for before.
 */
export async function failureIn(
  answer: unknown,
  operation: Changing,
  rules?: readonly ErrorRule[],
  now?: number,
): Promise<VerifyError | undefined> {
  if (answer === undefined || answer === null || answer === '') return undefined
  const given = Object(answer) as Returned
  const status = typeof given.status === 'number' ? given.status : undefined
  const isCheck = operation === 'check'
  if (status === undefined ? !isCheck : await isSuccess(given, status, operation)) return undefined
  if (isCheck && (status ?? 200) < 300) {
    safely(() => process.env.NODE_ENV !== 'production' && warnAboutProof(answer))
  }
  if (status !== undefined) return toVerifyError(answer, operation, rules, now)
  const message = `client.${operation}() resolved with something (uncertain)`
  return new VerifyError(message, { kind: 'uncertain', operation, cause: answer })
}

/** A `Response`, what axios makes of one, or anything else. */
type Returned = Partial<Record<'status' | 'redirected' | 'text' | 'data' | 'body', unknown>>

async function isSuccess(given: Returned, status: number, operation: Changing): Promise<boolean> {
  if (status === 204 || (status === 202 && operation === 'cancel')) return true
  // A session that has ended often leads to a log-in page, which answers 200 to anything.
  if (status < 200 || status >= 300 || given.redirected) return false
  return operation === 'start' || (status !== 202 && !(await hasBody(given)))
}

async function hasBody(given: Returned): Promise<boolean> {
  const { text, data, body } = given
  if (typeof text !== 'function') return [data, body].some((part) => (part ?? '') !== '')
  try {
    return (await (given as Response).text()).trim() !== ''
  } catch {
    // It has been read already, so nobody can say.
    return true
  }
}
