'use client'

import {
  CodeInput,
  PhoneEntry,
  VerificationFlow,
  type VerificationFlowProps,
} from '@phoneproof/react'

/** The same parts and attributes, without a look to undo. */
export const GroundUpCode = () => <CodeInput label="Code" defaultValue="482" groupSize={0} />

export const GroundUpPhone = () => (
  <PhoneEntry defaultCountry="GB" preferredCountries={['GB', 'IE']} />
)

export const GroundUpFlow = (props: VerificationFlowProps) => <VerificationFlow {...props} />
