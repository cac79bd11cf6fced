// The page that run.ts drives. It shows one kind of field at a time, and counts React's commits.
// No stylesheets: the others bring none, and drawing is not what is compared.
import { takeCommits } from '../commits.ts'
import { OTPField } from '@base-ui/react/otp-field'
import { CodeInput } from '@phoneproof/react'
import { OTPInput } from 'input-otp'
import { useState, type ReactNode } from 'react'
import OneTimePasswordInput from 'react-otp-input'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'

const six = [0, 1, 2, 3, 4, 5]

function ReactOtpInput(): ReactNode {
  const [value, setValue] = useState('')
  return (
    <OneTimePasswordInput
      value={value}
      onChange={setValue}
      numInputs={6}
      renderInput={(props) => <input {...props} aria-label="Digit" />}
    />
  )
}

const kinds: Record<string, () => ReactNode> = {
  plain: () => <input aria-label="Code" inputMode="numeric" autoComplete="one-time-code" />,
  ours: () => <CodeInput aria-label="Code" />,
  'input-otp': () => (
    <OTPInput
      aria-label="Code"
      maxLength={6}
      render={({ slots }) => (
        <div>
          {slots.map((slot, index) => (
            <div key={index} data-active={slot.isActive}>
              {slot.char}
              {slot.hasFakeCaret && '|'}
            </div>
          ))}
        </div>
      )}
    />
  ),
  'base-ui': () => (
    <OTPField.Root length={6}>
      {six.map((index) => (
        <OTPField.Input key={index} aria-label={`Digit ${index + 1}`} />
      ))}
    </OTPField.Root>
  ),
  'react-otp-input': () => <ReactOtpInput />,
}

let root: Root | undefined

const host = document.querySelector('#root')
if (host === null) throw new Error('no #root')

const bench = {
  kinds: Object.keys(kinds),
  show(kind: string) {
    flushSync(() => root?.unmount())
    root = createRoot(host)
    const Kind = kinds[kind]
    if (Kind === undefined) throw new Error(`no kind ${kind}`)
    flushSync(() => root?.render(<Kind />))
    host.querySelector('input')?.focus()
  },
  takeCommits,
  /** Mounts and unmounts one field many times. */
  mount(kind: string, times: number) {
    const Kind = kinds[kind]
    if (Kind === undefined) throw new Error(`no kind ${kind}`)
    flushSync(() => root?.unmount())
    for (let round = 0; round < times; round += 1) {
      const one = createRoot(host)
      flushSync(() => one.render(<Kind />))
      flushSync(() => one.unmount())
    }
    root = undefined
  },
}

export type Bench = typeof bench
Object.assign(window, { bench })
