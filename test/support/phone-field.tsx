// The phone field in a real browser: real keys, clipboard, compositions and filling in.
import { loadNumberMetadata } from '@phoneproof/hooks'
import { PhoneEntry, type PhoneEntryProps } from '@phoneproof/react'
import '@phoneproof/react/styles.css'
import axe from 'axe-core'
import { Profiler, StrictMode, type ReactNode } from 'react'
import { expect, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'

export const keys = (text: string) => userEvent.keyboard(text)
export const field = () =>
  page.getByRole('textbox', { name: 'Phone number' }).element() as HTMLInputElement
export const country = () => page.getByRole('button', { name: /change country/ }).element()

/** The text with `|` where the caret is. */
export function marked(): string {
  const { value, selectionStart } = field()
  const at = selectionStart ?? 0
  return `${value.slice(0, at)}|${value.slice(at)}`
}

/** Puts the caret where `|` is in the text, which must be the one in the field. */
export function caretAt(text: string): void {
  const at = text.indexOf('|')
  expect(field().value).toBe(text.replace('|', ''))
  field().focus()
  field().setSelectionRange(at, at)
}

type Around = (node: ReactNode) => ReactNode

/** With the full metadata, which says how numbers are spaced and which are in use. */
export async function mount(props?: PhoneEntryProps, around?: Around) {
  await loadNumberMetadata()
  return show(props, around)
}

/** With whatever metadata there is. */
export async function show(props: PhoneEntryProps = {}, around: Around = (node) => node) {
  const onValueChange = vi.fn<NonNullable<PhoneEntryProps['onValueChange']>>()
  const onRender = vi.fn()
  const ui = (more: PhoneEntryProps = {}) => (
    <StrictMode>
      <Profiler id="field" onRender={onRender}>
        {around(
          <PhoneEntry defaultCountry="US" onValueChange={onValueChange} {...props} {...more} />,
        )}
      </Profiler>
    </StrictMode>
  )
  const screen = await render(ui())
  return {
    onValueChange,
    onRender,
    rerender: (more: PhoneEntryProps) => screen.rerender(ui(more)),
    value: () => onValueChange.mock.lastCall?.[0],
    details: () => onValueChange.mock.lastCall?.[1],
  }
}

export async function paste(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
  await keys('{Control>}v{/Control}')
}

/** One key event after the other with nothing between them, as the browser's driver sends them. */
export async function typeFast(text: string): Promise<void> {
  field().focus()
  await Promise.all(
    text
      .split('')
      .flatMap((key) => [
        cdp().send('Input.dispatchKeyEvent', { type: 'keyDown', text: key, key }),
        cdp().send('Input.dispatchKeyEvent', { type: 'keyUp', key }),
      ]),
  )
}

export const compose = (text: string) =>
  cdp().send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  })

/** When what moves has arrived: an element on its way has neither its place nor its colours. */
export async function comeToRest(page: Document = document): Promise<void> {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  for (const each of page.getAnimations()) {
    if (Number.isFinite(each.effect?.getComputedTiming().endTime)) each.finish()
  }
}

/** What axe finds wrong with the page once it has come to rest. */
export async function violations(): Promise<string[]> {
  await comeToRest()
  const found = await axe.run(document.body, { rules: { region: { enabled: false } } })
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)
}
