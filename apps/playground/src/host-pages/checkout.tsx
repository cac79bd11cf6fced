'use client'

import { VerificationFlow, type VerificationFlowProps } from '@phoneproof/react'
import '@phoneproof/react/styles.css'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import './checkout.css'

export interface CheckoutProps {
  /** Options of the flow, beside those of this page. Its client comes from a PhoneproofProvider. */
  flow?: Partial<VerificationFlowProps>
}

const items = [
  { name: 'Speckled mug', detail: 'Oat, 320 ml', price: '£24.00', drawing: <Mug /> },
  { name: 'Serving bowl', detail: 'Iron red, 24 cm', price: '£38.00', drawing: <Bowl /> },
]
const total = '£62.00'

/** The last page of a shop. The number is verified in a dialog before anything is paid. */
export function Checkout({ flow }: CheckoutProps): ReactNode {
  const brand = flow?.brand ?? 'Kiln'
  const [step, setStep] = useState<'bag' | 'verify' | 'paid'>('bag')
  const [phone, setPhone] = useState<string>()
  const dialog = useRef<HTMLDialogElement>(null)
  const payButton = useRef<HTMLButtonElement>(null)

  // Here a phone and a clock beside the shop have to stay in reach. Where nothing does, showModal()
  // makes the page inert, closes on Escape and gives the focus back by itself.
  useEffect(() => {
    const element = dialog.current
    if (step === 'verify') {
      element?.show()
      element?.querySelector('input')?.focus()
    } else if (element?.open) {
      element.close()
      payButton.current?.focus()
    }
  }, [step])

  if (step === 'paid') {
    return (
      <article className="checkout checkout-paid">
        <h2 tabIndex={-1} ref={focus}>
          Thank you, it’s on its way
        </h2>
        <p>
          Order 2417. We’ll text <bdi>{phone}</bdi> when the parcel is near.
        </p>
      </article>
    )
  }

  const close = () => setStep('bag')
  const pay = () => (phone === undefined ? setStep('verify') : setStep('paid'))
  return (
    <article className="checkout">
      <div className="checkout-bag" inert={step === 'verify'}>
        <header>
          <p className="checkout-mark">{brand}</p>
          <h2>Your bag</h2>
        </header>
        <ul>
          {items.map(({ name, detail, price, drawing }) => (
            <li key={name}>
              {drawing}
              <p>
                <b>{name}</b>
                <span>{detail}</span>
              </p>
              <p className="checkout-price">{price}</p>
            </li>
          ))}
        </ul>
        <dl>
          <dt>Delivery to Ada Marlowe, 8 Quay Street, Bristol</dt>
          <dd>Free</dd>
          <dt className="checkout-total">Total</dt>
          <dd className="checkout-total">{total}</dd>
        </dl>
        <button ref={payButton} type="button" className="checkout-pay" onClick={pay}>
          Pay {total}
        </button>
      </div>
      <dialog
        ref={dialog}
        aria-labelledby="checkout-title"
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented) close()
        }}
      >
        {step === 'verify' && (
          <>
            <header>
              <p id="checkout-title">Before you pay {total}</p>
              <button type="button" onClick={close}>
                Close
              </button>
            </header>
            <VerificationFlow
              defaultCountry="GB"
              {...flow}
              brand={brand}
              onVerified={(verified) => setPhone(verified.phone)}
            />
            {phone !== undefined && (
              <button type="button" className="checkout-pay" onClick={pay}>
                Pay {total}
              </button>
            )}
          </>
        )}
      </dialog>
    </article>
  )
}

/** For what takes the place of the element that had the focus. */
const focus = (element: HTMLElement | null) => element?.focus()

function Mug(): ReactNode {
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true">
      <path d="M16 18h26v24a6 6 0 0 1-6 6H22a6 6 0 0 1-6-6Z" fill="currentColor" />
      <path d="M42 24h4a6 6 0 0 1 0 14h-4" fill="none" stroke="currentColor" strokeWidth="4" />
    </svg>
  )
}

function Bowl(): ReactNode {
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true">
      <path d="M10 24h44a22 20 0 0 1-16 20v4H26v-4a22 20 0 0 1-16-20Z" fill="currentColor" />
    </svg>
  )
}
