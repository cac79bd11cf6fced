'use client'

import { VerificationFlow, type VerificationFlowProps } from '@phoneproof/react'
import '@phoneproof/react/styles.css'
import { useState, type ReactNode } from 'react'
import './sign-up.css'

export interface SignUpProps {
  /** Options of the flow, beside those of this page. Its client comes from a PhoneproofProvider. */
  flow?: Partial<VerificationFlowProps>
}

/** A sign-up page with the flow as its last section. */
export function SignUp({ flow }: SignUpProps): ReactNode {
  const brand = flow?.brand ?? 'Tidewater'
  const [phone, setPhone] = useState<string>()
  const [isDone, setDone] = useState(false)
  const [hint, setHint] = useState(false)

  if (isDone) {
    return (
      <article className="signup signup-done">
        <h2 tabIndex={-1} ref={focus}>
          Welcome aboard
        </h2>
        <p>
          Your {brand} account is open. We’ll use <bdi>{phone}</bdi> to confirm payments.
        </p>
      </article>
    )
  }

  return (
    <article className="signup">
      <div className="signup-side">
        <header className="signup-head">
          <p className="signup-mark">{brand}</p>
          <h2>Open your savings account</h2>
          <p>It takes three minutes, and no paperwork.</p>
        </header>
        <div className="signup-fields">
          <label>
            <span>Full name</span>
            <input type="text" name="name" autoComplete="name" defaultValue="Ada Marlowe" />
          </label>
          <label>
            <span>Email</span>
            <input type="email" name="email" autoComplete="email" defaultValue="ada@example.com" />
          </label>
        </div>
      </div>
      <div className="signup-main">
        <section className="signup-flow">
          <VerificationFlow
            defaultCountry="GB"
            {...flow}
            brand={brand}
            onVerified={(verified) => {
              setPhone(verified.phone)
              setHint(false)
            }}
          />
        </section>
        <footer className="signup-foot">
          <button
            type="button"
            aria-disabled={phone === undefined ? true : undefined}
            aria-describedby={hint ? 'signup-hint' : undefined}
            onClick={() => (phone === undefined ? setHint(true) : setDone(true))}
          >
            Open account
          </button>
          <p id="signup-hint" role="status">
            {hint && 'Verify your phone number first.'}
          </p>
        </footer>
      </div>
    </article>
  )
}

/** For what takes the place of the element that had the focus. */
const focus = (element: HTMLElement | null) => element?.focus()
