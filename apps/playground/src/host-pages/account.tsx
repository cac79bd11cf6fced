'use client'

import {
  useVerificationFlowContext,
  VerificationFlowCode,
  VerificationFlowPhone,
  VerificationFlowRoot,
  VerificationFlowProblem,
  VerificationFlowVerified,
  type VerificationFlowRootProps,
} from '@phoneproof/react'
import '@phoneproof/react/styles.css'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import './account.css'

export interface AccountProps {
  /** Options of the flow, beside those of this page. Its client comes from a PhoneproofProvider. */
  flow?: Partial<VerificationFlowRootProps>
}

/** Account settings. The number is changed in place, and only once the new one is verified. */
export function Account({ flow }: AccountProps): ReactNode {
  const brand = flow?.brand ?? 'Northlight'
  const [phone, setPhone] = useState('+447700900123')
  const [isChanging, setChanging] = useState(false)
  const [isChanged, setChanged] = useState(false)
  const changeButton = useRef<HTMLButtonElement>(null)
  const wasChanging = useRef(false)
  const close = () => setChanging(false)

  useEffect(() => {
    if (wasChanging.current && !isChanging) changeButton.current?.focus()
    wasChanging.current = isChanging
  }, [isChanging])

  return (
    <article className="account">
      <header>
        <p className="account-mark">{brand}</p>
        <h2>Account settings</h2>
      </header>
      <dl>
        <div>
          <dt>Name</dt>
          <dd>Ada Marlowe</dd>
        </div>
        <div>
          <dt>Email</dt>
          <dd>ada@example.com</dd>
        </div>
        <div>
          <dt>Phone number</dt>
          <dd>
            <bdi>{phone}</bdi>
            {!isChanging && (
              <button
                ref={changeButton}
                type="button"
                onClick={() => {
                  setChanged(false)
                  setChanging(true)
                }}
              >
                Change<span> phone number</span>
              </button>
            )}
          </dd>
        </div>
      </dl>
      {isChanging && (
        <section ref={focusField} className="account-flow" aria-label="Change phone number">
          <VerificationFlowRoot
            {...flow}
            brand={brand}
            onVerified={(verified) => {
              setPhone(verified.phone)
              setChanged(true)
            }}
          >
            <VerificationFlowPhone defaultCountry="GB" />
            <VerificationFlowCode />
            <VerificationFlowProblem />
            <VerificationFlowVerified />
            {isChanged ? (
              <button type="button" className="account-leave" onClick={close}>
                Done
              </button>
            ) : (
              <KeepOldNumber onKeep={close} />
            )}
          </VerificationFlowRoot>
        </section>
      )}
      <p className="account-note">We text this number when somebody signs in on a new device.</p>
    </article>
  )
}

/** For what takes the place of the button that had the focus. */
const focusField = (element: HTMLElement | null) => element?.querySelector('input')?.focus()

/** Leaves a code that is under way: nobody is to be called about a number that stays as it was. */
function KeepOldNumber({ onKeep }: { onKeep: () => void }): ReactNode {
  const { cancel, reset } = useVerificationFlowContext()

  function keep(): void {
    // Cancels at once where that is possible already; what is left is cancelled before it rings.
    cancel()
    reset()
    onKeep()
  }

  return (
    <button type="button" className="account-leave" onClick={keep}>
      Keep the current number
    </button>
  )
}
