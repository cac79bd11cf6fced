import { cancelAllowedAfterMs, workflows } from '@phoneproof/client'
import type { Behaviour } from '../behaviour.ts'
import type { SimulatedVerification } from '../verification.ts'

/** From 30 seconds on, and for those who refuse it then, until the first follow-up (row 21). */
export function judgeCancel(
  { startedAt, workflowId }: SimulatedVerification,
  now: number,
  { refusesCancelAfterCall }: Pick<Behaviour, 'refusesCancelAfterCall'>,
): 'ok' | 'tooEarly' | 'tooLate' {
  const age = now - startedAt
  if (age < cancelAllowedAfterMs) return 'tooEarly'
  const followUpAt = workflows[workflowId][1]?.atMs ?? Number.POSITIVE_INFINITY
  return refusesCancelAfterCall && age >= followUpAt ? 'tooLate' : 'ok'
}
