'use client'

import {
  CodeInput,
  PhoneEntry,
  VerificationFlow,
  type VerificationFlowProps,
} from '@phoneproof/react'

/** Custom properties for the theme, attributes for what is left. */
export const PlainCode = () => (
  <div className="harvest">
    <CodeInput label="Code from your letter" defaultValue="482" />
  </div>
)

export const PlainPhone = () => (
  <div className="harvest">
    <PhoneEntry defaultCountry="GB" preferredCountries={['GB', 'IE']} />
  </div>
)

export const PlainFlow = (props: VerificationFlowProps) => (
  <div className="harvest">
    <VerificationFlow {...props} />
  </div>
)
