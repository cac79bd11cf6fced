import type { UseVerificationFlowOptions } from '../verification-flow.options.ts'

// Compiled, never run: the service sends codes of four or six digits.

export const takes: UseVerificationFlowOptions[] = [
  { brand: 'Acme' },
  { brand: 'Acme', codeLength: 4 },
  { brand: 'Acme', codeLength: 6 },
  { brand: 'Acme', codeLength: undefined },
]

const given: number = 6

export const refuses: UseVerificationFlowOptions[] = [
  // @ts-expect-error -- no code has five digits
  { brand: 'Acme', codeLength: 5 },
  // @ts-expect-error -- any number may be none of them
  { brand: 'Acme', codeLength: given },
]
