import type { Behaviour } from '../behaviour.ts'
import type { SimulatedVerification } from '../verification.ts'

/**
 * What a code is worth: right, wrong, or the wrong one too many (section 8, rows 8 and 20).
 * A number cannot carry leading zeros, so it is compared with as many as it lacks.
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
