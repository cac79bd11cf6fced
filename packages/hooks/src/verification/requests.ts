import { toVerifyError, type ErrorRule, type VerifyError } from '@phoneproof/client'
import type { QueryClient } from '@tanstack/react-query'

/** The requests that change something. */
export type Changing = 'start' | 'check' | 'cancel'

/**
 * Runs a request as a mutation of the app's QueryClient, so that its devtools and global handlers
 * see it: that there is one, and no number, id or code. It is gone from the cache as soon as it has
 * ended. (A `MutationObserver` that nobody subscribes to would keep it there for ever.)
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
  const mutation = cache.build<Result, Error, Changing, unknown>(queryClient, {
    mutationKey: ['phoneproof', name],
    mutationFn: request,
    networkMode: 'always',
    retry: 0,
    // No timer of its own: what ends is taken out here.
    gcTime: Number.POSITIVE_INFINITY,
  })
  return mutation.execute(name).finally(() => cache.remove(mutation))
}

/**
 * The failure that a client of a team's own resolved with instead of throwing it: a `Response` that
 * is not ok or comes from another page, or any `{ status }` beyond the successes.
 */
export function failureIn(
  answer: unknown,
  operation: Changing,
  rules: readonly ErrorRule[] | undefined,
  now: number,
): VerifyError | undefined {
  const { status, redirected } = Object(answer) as { status?: unknown; redirected?: unknown }
  if (typeof status !== 'number') return undefined
  // A session that has ended often leads to a log-in page, which answers 200 to anything.
  const isSuccess =
    status >= 200 && status < 300 && (!redirected || status === 204 || status === 202)
  return isSuccess ? undefined : toVerifyError(answer, operation, rules, now)
}
