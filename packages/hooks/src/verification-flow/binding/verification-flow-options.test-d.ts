import type { UseVerificationFlowOptions } from '../verification-flow-options.ts'

// Compiled, never run.

export const takes: UseVerificationFlowOptions[] = [
  { brand: 'Acme' },
  { brand: 'Acme', codeLength: 4 },
  // Which lengths there are depends on the service. A development build says so at the first render.
  { brand: 'Acme', codeLength: 8 },
  { brand: 'Acme', codeLength: undefined },
  { brand: 'Acme', cancelMode: 'deferred' },
]

export const refuses: UseVerificationFlowOptions[] = [
  // @ts-expect-error -- a flow without a brand sends no message
  { codeLength: 6 },
  // @ts-expect-error -- a code's length is a number
  { brand: 'Acme', codeLength: '6' },
  // @ts-expect-error -- there are two modes
  { brand: 'Acme', cancelMode: 'direct' },
]
