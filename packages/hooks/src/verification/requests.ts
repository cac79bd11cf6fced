import { toVerifyError, type ErrorRule, type VerifyError } from '@phoneproof/client'
import { MutationObserver, type QueryClient } from '@tanstack/react-query'

/** The requests that change something. */
export type Changing = 'start' | 'check' | 'cancel'

/**
 * Runs a request as a mutation of the app's QueryClient, so that its devtools and global handlers
 * see it. Variables never hold a code: mutations are kept in a cache and may be logged.
 *
 * `networkMode: 'always'`, because the default would hold a request back while offline and send
 * it minutes later; `retry: 0`, because a repeated start rings a phone twice.
 */
export function runMutation<Result>(
  queryClient: QueryClient,
  name: Changing,
  variables: Record<string, string>,
  request: () => Promise<Result>,
): Promise<Result> {
  const observer = new MutationObserver<Result, Error, Record<string, string>>(queryClient, {
    mutationKey: ['phoneproof', name],
    mutationFn: request,
    networkMode: 'always',
    retry: 0,
    gcTime: 0,
  })
  return observer.mutate(variables)
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
