import type { Ref } from 'react'
import { expect, test } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { holdRequests } from '../../../../test/support/held-requests.ts'
import { loadNumberMetadata } from './number-metadata.ts'
import { usePhoneEntry, type UsePhoneEntryOptions } from './use-phone-entry.ts'

interface FieldProps extends UsePhoneEntryOptions {
  inputKey?: string
  inputRef?: Ref<HTMLInputElement>
}

/** The hook with markup of its own. */
function Field({ inputKey, inputRef, ...props }: FieldProps) {
  const phone = usePhoneEntry({ defaultCountry: 'US', ...props })
  return (
    <div>
      {/* oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the getter has htmlFor */}
      <label {...phone.getLabelProps()}>Phone</label>
      <input key={inputKey} {...phone.getInputProps({ ref: inputRef })} />
      {phone.problem && <p {...phone.getErrorProps()}>{phone.messages.problems[phone.problem]}</p>}
      <output>{phone.value ?? phone.detail.status}</output>
    </div>
  )
}

const field = () => page.getByRole('textbox').element() as HTMLInputElement
const said = () => document.querySelector('output')?.textContent

// First, as the metadata stays once it has come.
test('the full metadata spaces out what was typed before it came, caret and all (PHONE-42)', async () => {
  const held = await holdRequests('max_metadata', 'max/metadata')
  await render(<Field countries={['US']} />)
  field().focus()
  await userEvent.keyboard('4169671111')
  expect(field().value).toBe('4169671111')
  // Without patterns a Canadian number could be one of the United States.
  expect(said()).toBe('+14169671111')
  field().setSelectionRange(4, 4)
  await held.asked()
  await held.release()
  await loadNumberMetadata()
  await expect.poll(() => field().value).toBe('(416) 967-1111')
  expect(field().selectionStart).toBe('(416) 9'.length)
  expect(field()).toHaveFocus()
  expect(said()).toBe('countryNotAllowed')
})

test('works around a bare input, without the root: leaving it is leaving (PHONE-36)', async () => {
  await loadNumberMetadata()
  await render(<Field />)
  field().focus()
  await userEvent.keyboard('213')
  await userEvent.tab()
  expect(field()).toHaveAccessibleDescription(/too short/)
})

test('another input takes the place of the first: it has the text, the ref and the keys', async () => {
  await loadNumberMetadata()
  const ref = { current: null as HTMLInputElement | null }
  const screen = await render(<Field inputKey="one" inputRef={ref} />)
  field().focus()
  await userEvent.keyboard('213')
  const first = field()
  expect(ref.current).toBe(first)
  await screen.rerender(<Field inputKey="two" inputRef={ref} />)
  expect(field()).not.toBe(first)
  expect(ref.current).toBe(field())
  expect(field().value).toBe('(213)')
  field().focus()
  field().setSelectionRange(5, 5)
  await userEvent.keyboard('3734253')
  expect(said()).toBe('+12133734253')
  await screen.unmount()
  expect(ref.current).toBeNull()
})

test('a ref that is new with each render does not interrupt a composition', async () => {
  await loadNumberMetadata()
  const compose = (text: string) =>
    cdp().send('Input.imeSetComposition', { text, selectionStart: 0, selectionEnd: text.length })
  const seen = new Set<HTMLInputElement | null>()
  const ui = () => <Field inputRef={(input) => void seen.add(input)} />
  const screen = await render(ui())
  field().focus()
  await compose('21')
  await screen.rerender(ui())
  expect(field().value).toBe('21')
  await compose('213')
  expect(field().value).toBe('213')
  await cdp().send('Input.insertText', { text: '213' })
  expect(field().value).toBe('(213)')
  expect(seen).toContain(field())
})
