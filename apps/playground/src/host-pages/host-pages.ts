import type { VerificationFlowProps } from '@phoneproof/react'
import type { ReactNode } from 'react'
import { Account } from './account.tsx'
import { Checkout } from './checkout.tsx'
import { SignUp } from './sign-up.tsx'

/** A page of a product with the flow in it. */
export interface HostPage {
  readonly name: string
  /** Its brand, unless the flow is given another. */
  readonly brand: string
  /** Where a visitor of it would be. */
  readonly address: string
  readonly component: (props: { flow?: Partial<VerificationFlowProps> }) => ReactNode
}

export const hostPages: Readonly<Record<'sign-up' | 'checkout' | 'account', HostPage>> = {
  'sign-up': {
    name: 'Sign-up',
    brand: 'Tidewater',
    address: 'tidewater.example/open-account',
    component: SignUp,
  },
  checkout: {
    name: 'Checkout',
    brand: 'Kiln',
    address: 'kiln.example/checkout',
    component: Checkout,
  },
  account: {
    name: 'Account',
    brand: 'Northlight',
    address: 'northlight.example/settings',
    component: Account,
  },
}
