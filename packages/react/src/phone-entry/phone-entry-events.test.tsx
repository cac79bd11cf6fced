import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { loadNumberMetadata } from '@phoneproof/hooks'
import { useState } from 'react'
import { PhoneEntry, type PhoneEntryProps } from './phone-entry.tsx'

// Programs write the value and send the events they think of: password managers, extensions, tests.

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Phone number' })

const events = {
  input: [fireEvent.input],
  change: [fireEvent.change],
  'input and change': [fireEvent.input, fireEvent.change],
  'input twice': [fireEvent.input, fireEvent.input],
  'change twice': [fireEvent.change, fireEvent.change],
  'both twice': [fireEvent.input, fireEvent.change, fireEvent.input, fireEvent.change],
}

const values = [
  ['2133734253', '(213) 373-4253', '+12133734253'],
  ['+447400123456', '+44 7400 123456', '+447400123456'],
  ['213', '(213)', ''],
  ['', '', ''],
] as const

const parents = {
  uncontrolled: {},
  'with onValueChange': { isNumberHeld: true },
  'with onChange': { isTextHeld: true },
}

interface Held extends PhoneEntryProps {
  isNumberHeld?: boolean
  isTextHeld?: boolean
}

function Parent({ isNumberHeld, isTextHeld, onValueChange, onChange, ...props }: Held) {
  const [value, setValue] = useState<string | undefined>('+12133734254')
  return (
    <form>
      <PhoneEntry
        name="phone"
        defaultCountry="US"
        {...props}
        {...(isNumberHeld || isTextHeld ? { value } : { defaultValue: '+12133734254' })}
        onValueChange={(next, details) => {
          onValueChange?.(next, details)
          if (isNumberHeld) setValue(next)
        }}
        onChange={(event) => {
          onChange?.(event)
          if (isTextHeld) setValue(event.target.value)
        }}
      />
    </form>
  )
}

const cases = Object.entries(parents).flatMap(([parent, props]) =>
  Object.entries(events).flatMap(([name, sent]) =>
    values.map(([written, text, number]) => ({ parent, props, name, sent, written, text, number })),
  ),
)

test.each(cases)(
  '$parent: "$written", written by a program that sends $name, is in text, form and callbacks',
  async ({ props, sent, written, text, number }) => {
    await loadNumberMetadata()
    const onValueChange = vi.fn()
    const onChange = vi.fn()
    const { rerender } = render(<Parent {...props} {...{ onValueChange, onChange }} />)
    for (const send of sent) send(field(), { target: { value: written } })
    rerender(<Parent {...props} {...{ onValueChange, onChange }} />)
    expect(field().value).toBe(text)
    expect(new FormData(field().form as HTMLFormElement).getAll('phone')).toEqual([number])
    expect(onValueChange.mock.lastCall?.[0]).toBe(number || undefined)
    expect(onValueChange).toHaveBeenCalledOnce()
    expect(onChange).toHaveBeenCalledOnce()
  },
)

test('a number as the value or the default renders', async () => {
  await loadNumberMetadata()
  // What a program without types passes.
  const untyped = (props: object, key = 'value') => <PhoneEntry key={key} {...props} />
  using _ = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const { rerender } = render(untyped({ defaultValue: 447400123456 }, 'default'))
  expect(field().value).toBe('+44 7400 123456')
  rerender(untyped({ defaultCountry: 'US', value: 2133734253 }))
  expect(field().value).toBe('(213) 373-4253')
  rerender(untyped({ defaultCountry: 'US', value: 2133734254 }))
  expect(field().value).toBe('(213) 373-4254')
  rerender(untyped({ defaultCountry: 'US', value: 0 }))
  expect(field().value).toBe('0')
})

test('nothing is called wrong before it was judged', async () => {
  await loadNumberMetadata()
  render(<PhoneEntry required />)
  // Screen readers take `:invalid` for it where the attribute is absent.
  expect(field()).toBeInvalid()
  expect(field()).toHaveAttribute('aria-invalid', 'false')
})

test.each([
  ['alone', {}],
  ['with names of the app', { countryNames: { GB: 'Britain' } }],
])('null as the default country starts at International, without a warning, %s', (_, props) => {
  using warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB'])
  render(<PhoneEntry defaultCountry={null} {...props} />)
  expect(screen.getByRole('button')).toHaveAccessibleName('Country code, change country')
  expect(warn).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})
