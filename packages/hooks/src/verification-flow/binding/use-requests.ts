'use client'
import { proofIn } from '@phoneproof/client'
import type {
  CancelResult,
  CheckBody,
  CheckResult,
  StartRequest,
  StartResult,
  VerifyClient,
} from '@phoneproof/client'
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { invariant } from '../../lib/developer-message.ts'
import { usePhoneproof } from '../../provider/phoneproof-context.ts'
import { failureIn } from '../runtime/run-mutation.ts'

// `networkMode: 'always'` and `retry: 0`: the defaults would send a text message minutes after
// the press, or twice. `gcTime: 0`: variables may hold a code, so they are not kept.
const once = { networkMode: 'always', retry: 0, gcTime: 0 } as const

function useClient(given: VerifyClient | undefined, hook: string): VerifyClient {
  const { client } = usePhoneproof()
  const found = given ?? client
  invariant(found, {
    what: `${hook}() has no client.`,
    why: 'It cannot reach the service.',
    fix: `Pass one, as in ${hook}(client), or put it on <PhoneproofProvider client={…}>.`,
  })
  return found
}

/** `POST /verify` as a mutation. Rejects with a `VerifyError`. */
export function useStartVerification(
  client?: VerifyClient,
): UseMutationResult<StartResult, Error, StartRequest> {
  const service = useClient(client, 'useStartVerification')
  return useMutation({
    ...once,
    mutationKey: ['phoneproof', 'start'],
    mutationFn: (request: StartRequest) => service.start(request),
  })
}

/** `PUT /verify` as a mutation. A wrong code rejects with kind `wrongCode`. */
export function useCheckCode(
  client?: VerifyClient,
): UseMutationResult<CheckResult | void, Error, CheckBody> {
  const service = useClient(client, 'useCheckCode')
  return useMutation({
    ...once,
    mutationKey: ['phoneproof', 'check'],
    mutationFn: async (request: CheckBody) => {
      const answer = await service.check(request)
      const proof = proofIn(answer)
      if (proof !== undefined) return { proof }
      const failure = await failureIn(answer, 'check')
      if (failure) throw failure
      return undefined
    },
  })
}

/** `DELETE /verify/{verifyId}` as a mutation. TextMagic allows it from 30 s after the start. */
export function useCancelVerification(
  client?: VerifyClient,
): UseMutationResult<CancelResult, Error, { verifyId: string }> {
  const service = useClient(client, 'useCancelVerification')
  return useMutation({
    ...once,
    mutationKey: ['phoneproof', 'cancel'],
    mutationFn: (request: { verifyId: string }) => service.cancel(request),
  })
}
