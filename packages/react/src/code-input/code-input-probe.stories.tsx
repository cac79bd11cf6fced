import { useEffect, useRef, useState } from 'react'
import preview from '../../../../.storybook/preview.tsx'
import { CodeInput } from './code-input.tsx'

const meta = preview.meta({ title: 'CodeInput/Probe', component: CodeInput, tags: ['!autodocs'] })

const watched = ['beforeinput', 'input', 'compositionstart', 'compositionend', 'keydown', 'change']

/** What a phone's keyboard sends, and what the field makes of it: for trying on real devices. */
function Probe() {
  const [lines, setLines] = useState<readonly string[]>([])
  const input = useRef<HTMLInputElement>(null)
  const note = (line: string) => setLines((before) => [line, ...before].slice(0, 40))

  useEffect(() => {
    const node = input.current
    const hear = (event: Event) => {
      const { inputType, data, isComposing } = event as Partial<InputEvent>
      const { key, keyCode } = event as Partial<KeyboardEvent>
      const details = { inputType, data, isComposing, key, keyCode }
      note(`${event.type} ${JSON.stringify(details)}`)
    }
    for (const type of watched) node?.addEventListener(type, hear)
    return () => {
      for (const type of watched) node?.removeEventListener(type, hear)
    }
  }, [])

  return (
    <div style={{ maxInlineSize: 360 }}>
      <CodeInput
        ref={input}
        webOTP
        onValueChange={(value, { reason }) => note(`change ${value} (${reason})`)}
        onValueComplete={(value, { reason }) => note(`complete ${value} (${reason})`)}
        onValueReject={(text, { reason }) => note(`reject ${JSON.stringify(text)} (${reason})`)}
      />
      <ol
        aria-label="What happened, latest first"
        style={{ fontSize: 12, overflowWrap: 'anywhere' }}
      >
        {lines.map((line, index) => (
          <li key={lines.length - index}>{line}</li>
        ))}
      </ol>
    </div>
  )
}

/** Not a state: a page to open on a phone. The README lists what to try. */
export const Events = meta.story({ render: () => <Probe /> })
