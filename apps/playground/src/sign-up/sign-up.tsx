import { VerificationFlow } from '@phoneproof/react'
import { useState, type ReactNode } from 'react'
import { usePlayground } from '../playground-context.ts'
import './sign-up.css'

/** A sign-up page as a product would have one, with the flow as its last section. */
export function SignUp(): ReactNode {
  const { client } = usePlayground()
  const [phone, setPhone] = useState<string>()
  const [isDone, setDone] = useState(false)
  const [hint, setHint] = useState(false)

  if (isDone) {
    return (
      <article className="signup signup-done">
        <h2>Welcome aboard</h2>
        <p>Your Tidewater account is open. We’ll use {phone} to confirm payments.</p>
      </article>
    )
  }

  return (
    <article className="signup">
      <header className="signup-head">
        <p className="signup-mark">Tidewater</p>
        <h2>Open your savings account</h2>
        <p>It takes three minutes. No paperwork, no minimum deposit.</p>
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
      <section className="signup-flow">
        <VerificationFlow
          client={client}
          brand="Tidewater"
          defaultCountry="GB"
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
    </article>
  )
}
