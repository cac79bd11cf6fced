import type { ReactNode } from 'react'
// The first sample of the README, as it stands there: see build-app.ts.
import { VerifyPhone } from './verify-phone'

export default function Page(): ReactNode {
  return (
    <main>
      <h1>Sign up</h1>
      <VerifyPhone />
    </main>
  )
}
