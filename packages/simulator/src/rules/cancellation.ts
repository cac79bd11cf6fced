import { deliveriesOf, type ServiceProfile } from '@phoneproof/client'
import type { Behaviour } from '../behaviour.ts'
import type { SimulatedVerification } from '../verification.ts'

/**
 * Whether a running verification can be cancelled: not in the cancel window, and with
 * `refusesCancelAfterCall` not after the second delivery either (verify-api.md 8, row 21).
 */
export function judgeCancel(
  { startedAt, workflowId }: SimulatedVerification,
  now: number,
  service: ServiceProfile,
  { refusesCancelAfterCall }: Pick<Behaviour, 'refusesCancelAfterCall'>,
): 'ok' | 'tooEarly' | 'tooLate' {
  const age = now - startedAt
  if (age < service.cancelAllowedAfterMs) return 'tooEarly'
  const [, second] = deliveriesOf(service, workflowId)
  return refusesCancelAfterCall && second !== undefined && age >= second.atMs ? 'tooLate' : 'ok'
}
