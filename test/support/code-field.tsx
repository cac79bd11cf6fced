// The code field in a real browser: real keys, clipboard and compositions, and what to look at.
import { CodeInput, type CodeInputProps } from '@phoneproof/react'
import '@phoneproof/react/styles.css'
import { Profiler } from 'react'
import { expect, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'

export const keys = (text: string) => userEvent.keyboard(text)
export const field = () => page.getByRole('textbox').element() as HTMLInputElement
export const slots = () => [...document.querySelectorAll('[data-part="slot"]')]
export const drawn = () =>
  slots()
    .map((slot) => slot.textContent || '_')
    .join('')
export const placesWith = (attribute: string) =>
  slots().flatMap((slot, index) => (slot.hasAttribute(attribute) ? [index] : []))
export const selection = () => [field().selectionStart, field().selectionEnd]

export async function mount(props: CodeInputProps = {}) {
  const onValueChange = vi.fn<NonNullable<CodeInputProps['onValueChange']>>()
  const onValueComplete = vi.fn<NonNullable<CodeInputProps['onValueComplete']>>()
  const onValueReject = vi.fn<NonNullable<CodeInputProps['onValueReject']>>()
  const onRender = vi.fn()
  const ui = (more: CodeInputProps = {}) => (
    <Profiler id="field" onRender={onRender}>
      <CodeInput {...{ onValueChange, onValueComplete, onValueReject }} {...props} {...more} />
    </Profiler>
  )
  const screen = await render(ui())
  return {
    onValueChange,
    onValueComplete,
    onValueReject,
    onRender,
    rerender: (more: CodeInputProps) => screen.rerender(ui(more)),
    unmount: () => screen.unmount(),
    values: () => onValueChange.mock.calls.map(([value]) => value),
    reasons: () => onValueChange.mock.calls.map(([, { reason }]) => reason),
  }
}

export async function focus() {
  field().focus()
  await expect.poll(() => document.querySelector('[data-focused]')).not.toBeNull()
}

export async function paste(text: string) {
  await navigator.clipboard.writeText(text)
  await keys('{Control>}v{/Control}')
}

/** The DOM, the drawing and the callback agree on the code. */
export function expectCode(code: string, length = 6) {
  expect(field().value).toBe(code)
  expect(drawn()).toBe(code.padEnd(length, '_'))
}

export const compose = (text: string) =>
  cdp().send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  })

/** The middle of a slot, as seen from the input over it. */
export const positionOf = (slot: number) => {
  const [own, row] = [slots()[slot], field()].map((node) => node?.getBoundingClientRect())
  if (own === undefined || row === undefined) throw new Error(`no slot ${slot}`)
  return { x: own.x + own.width / 2 - row.x, y: own.height / 2 }
}
