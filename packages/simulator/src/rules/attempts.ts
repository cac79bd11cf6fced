import type { Behaviour } from '../behaviour.ts'
import type { SimulatedVerification } from '../verification.ts'

/**
 * Whether a code is right, wrong, or the last wrong one that is allowed (verify-api.md 8, row 20).
 * A number cannot carry leading zeros, so it gets those that it lacks (verify-api.md 8, row 8).
 */
export function judgeCode(
  { code, codeLength, checks }: SimulatedVerification,
  given: string | number,
  { refusedChecks, maxAttempts }: Pick<Behaviour, 'refusedChecks' | 'maxAttempts'>,
): 'right' | 'wrong' | 'lastWrong' {
  const text = typeof given === 'number' ? String(given).padStart(codeLength, '0') : given
  if (text === code && checks >= refusedChecks) return 'right'
  return checks + 1 >= maxAttempts ? 'lastWrong' : 'wrong'
}
