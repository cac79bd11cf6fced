'use client'
import type { ReactNode } from 'react'
import { VerificationFlowCode } from './verification-flow-code.tsx'
import {
  VerificationFlowPhone,
  type VerificationFlowPhoneFormProps,
} from './verification-flow-phone.tsx'
import { VerificationFlowRoot, type VerificationFlowRootProps } from './verification-flow-root.tsx'
import { VerificationFlowProblem } from './verification-flow-problem.tsx'
import { VerificationFlowVerified } from './verification-flow-verified.tsx'

export interface VerificationFlowProps
  extends Omit<VerificationFlowRootProps, 'children'>, VerificationFlowPhoneFormProps {}

/** The whole flow: a number, a code, verified. To rearrange it, use its parts. */
export function VerificationFlow({
  countries,
  preferredCountries,
  defaultCountry,
  strictness,
  numberType,
  ...props
}: VerificationFlowProps): ReactNode {
  const field = { countries, preferredCountries, defaultCountry, strictness, numberType }
  return (
    <VerificationFlowRoot {...props}>
      <VerificationFlowPhone {...field} />
      <VerificationFlowCode />
      <VerificationFlowProblem />
      <VerificationFlowVerified />
    </VerificationFlowRoot>
  )
}
