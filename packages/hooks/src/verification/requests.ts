import { MutationObserver, type QueryClient } from '@tanstack/react-query'

/**
 * Runs a request as a mutation of the app's QueryClient, so that its devtools and global handlers
 * see it. Variables never hold a code: mutations are kept in a cache and may be logged.
 *
 * `networkMode: 'always'`, because the default would hold a request back while offline and send
 * it minutes later; `retry: 0`, because a repeated start rings a phone twice.
 */
export function runMutation<Result>(
  queryClient: QueryClient,
  name: 'start' | 'check' | 'cancel',
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
