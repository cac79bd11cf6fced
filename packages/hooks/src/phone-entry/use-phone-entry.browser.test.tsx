import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { liteNumberMetadata, loadNumberMetadata, numberMetadata } from './number-metadata.ts'
import { usePhoneEntry, type UsePhoneEntryOptions } from './use-phone-entry.ts'

/** The hook with markup of its own. */
function Field(props: UsePhoneEntryOptions) {
  const phone = usePhoneEntry({ defaultCountry: 'US', ...props })
  return (
    <div {...phone.getRootProps()}>
      {/* oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the getter has htmlFor */}
      <label {...phone.getLabelProps()}>Phone</label>
      <input {...phone.getInputProps()} />
      {phone.problem && <p {...phone.getErrorProps()}>{phone.words.problems[phone.problem]}</p>}
    </div>
  )
}

const field = () => page.getByRole('textbox').element() as HTMLInputElement

test('H42 the full metadata spaces out what was typed before it came, caret and all', async () => {
  await loadNumberMetadata()
  const full = numberMetadata().getSnapshot()
  numberMetadata().set(liteNumberMetadata())
  const onValueChange = vi.fn()
  await render(<Field onValueChange={onValueChange} />)
  field().focus()
  await userEvent.keyboard('2133734253')
  expect(field().value).toBe('2133734253')
  expect(onValueChange.mock.lastCall?.[0]).toBe('+12133734253')
  field().setSelectionRange(4, 4)
  numberMetadata().set(full)
  await expect.poll(() => field().value).toBe('(213) 373-4253')
  expect(field().selectionStart).toBe('(213) 3'.length)
  expect(field()).toHaveFocus()
})

test('tells when the full metadata takes the value back', async () => {
  await loadNumberMetadata()
  const full = numberMetadata().getSnapshot()
  numberMetadata().set(liteNumberMetadata())
  const onValueChange = vi.fn()
  // Without patterns a Canadian number could be one of the United States.
  await render(<Field countries={['US']} onValueChange={onValueChange} />)
  field().focus()
  await userEvent.keyboard('4169671111')
  expect(onValueChange.mock.lastCall?.[0]).toBe('+14169671111')
  numberMetadata().set(full)
  await expect.poll(() => onValueChange.mock.lastCall?.[0]).toBeUndefined()
  expect(onValueChange.mock.lastCall?.[1]).toMatchObject({
    reason: 'loaded',
    status: 'countryNotAllowed',
  })
})
