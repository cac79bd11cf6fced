// The page that run.ts drives: one field of a kind at a time, and a count of React's commits.
import { takeCommits } from '../commits.ts'
import IntlTelInput from '@intl-tel-input/react/with-utils'
import { loadNumberMetadata } from '@phoneproof/hooks'
import { PhoneEntry } from '@phoneproof/react'
import '@phoneproof/react/styles.css'
import 'intl-tel-input/styles'
import { AsYouType } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/max/metadata'
import { useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { PhoneInput } from 'react-international-phone'
import 'react-international-phone/style.css'
import PhoneNumberInput from 'react-phone-number-input'
import 'react-phone-number-input/style.css'

/** The least that formats: what any of them pays. */
function Plain(): ReactNode {
  const [text, setText] = useState('')
  return (
    <input
      type="tel"
      aria-label="Phone"
      value={text}
      onChange={({ target }) => {
        setText(new AsYouType('US', metadata).input(target.value))
      }}
    />
  )
}

function Held({
  children,
}: {
  children: (value: string | undefined, set: (value?: string) => void) => ReactNode
}): ReactNode {
  const [value, setValue] = useState<string>()
  return children(value, setValue)
}

const kinds: Record<string, () => ReactNode> = {
  plain: () => <Plain />,
  ours: () => (
    <Held>
      {(value, set) => <PhoneEntry defaultCountry="US" value={value} onValueChange={set} />}
    </Held>
  ),
  'react-phone-number-input': () => (
    <Held>
      {(value, set) => <PhoneNumberInput defaultCountry="US" value={value ?? ''} onChange={set} />}
    </Held>
  ),
  'intl-tel-input': () => (
    <Held>{(_, set) => <IntlTelInput initialCountry="us" onChangeNumber={set} />}</Held>
  ),
  'react-international-phone': () => (
    <Held>
      {(value, set) => <PhoneInput defaultCountry="us" value={value ?? ''} onChange={set} />}
    </Held>
  ),
}

let root: Root | undefined

const host = document.querySelector('#root')
if (host === null) throw new Error('no #root')

const kindOf = (kind: string) => {
  const Kind = kinds[kind]
  if (Kind === undefined) throw new Error(`no kind ${kind}`)
  return Kind
}

const bench = {
  kinds: Object.keys(kinds),
  ready: loadNumberMetadata,
  show(kind: string) {
    flushSync(() => root?.unmount())
    root = createRoot(host)
    const Kind = kindOf(kind)
    flushSync(() => root?.render(<Kind />))
    host.querySelector<HTMLInputElement>('input[type="tel"]')?.focus()
  },
  text: () => host.querySelector<HTMLInputElement>('input[type="tel"]')?.value,
  elements: () => host.querySelectorAll('*').length,
  takeCommits,
  /** Milliseconds to mount 200 fields at once, layout included. */
  mount(kind: string) {
    const Kind = kindOf(kind)
    flushSync(() => root?.unmount())
    const from = performance.now()
    root = createRoot(host)
    flushSync(() => root?.render(Array.from({ length: 200 }, (_, index) => <Kind key={index} />)))
    host.getBoundingClientRect()
    return performance.now() - from
  },
}

export type Bench = typeof bench
Object.assign(window, { bench })
